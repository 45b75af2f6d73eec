import type { Random } from "./random.ts";

const NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0xffffffff];

/** Pieces of text that have tripped readers before. */
const TOKENS = [
  '"__proto__":',
  '"constructor":',
  "1e999",
  "-0",
  "\0",
  "\ufeff",
  "\ud800",
  "[[[[[[[[",
  '{"":',
  "<!DOCTYPE x [<!ENTITY a 'b'>]>",
  "=cmd|' /C calc'!A0",
  "９９．５％",
  "../../x",
  "null",
  '""',
];

type Mutation = (bytes: Buffer, random: Random) => Buffer;

const MUTATIONS: readonly Mutation[] = [
  // One bit.
  (bytes, random) => changed(bytes, random.below(bytes.length), (byte) => byte ^ (1 << random.below(8))),
  // One byte.
  (bytes, random) => changed(bytes, random.below(bytes.length), () => random.below(256)),
  // Cut off.
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  // Zeros to the end, as a disk leaves them.
  (bytes, random) => {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(bytes.length - at)]);
  },
  // A stretch left out, or there twice.
  (bytes, random) => {
    const [start, end] = stretch(bytes, random);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  },
  (bytes, random) => {
    const [start, end] = stretch(bytes, random);
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)]);
  },
  // A number of four bytes that readers take for a size.
  (bytes, random) => {
    if (bytes.length < 4) return bytes;
    const copy = Buffer.from(bytes);
    copy.writeUInt32LE(NUMBERS[random.below(NUMBERS.length)] ?? 0, random.below(bytes.length - 3));
    return copy;
  },
  // A piece of text put in.
  (bytes, random) => {
    const at = random.below(bytes.length);
    const token = Buffer.from(TOKENS[random.below(TOKENS.length)] ?? "");
    return Buffer.concat([bytes.subarray(0, at), token, bytes.subarray(at)]);
  },
  // One decimal number replaced, as a text of the length it may be.
  (bytes, random) => {
    const text = bytes.toString("latin1");
    const numbers = [...text.matchAll(/\d+/g)];
    const found = numbers[random.below(numbers.length)];
    if (found === undefined) return bytes;
    const value = String(NUMBERS[random.below(NUMBERS.length)]);
    return Buffer.from(
      text.slice(0, found.index) + value + text.slice(found.index + found[0].length),
      "latin1",
    );
  },
];

/** A file with one to four things done to it that a disk, a wire or a hostile hand does. */
export function mutated(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  let result = Buffer.from(bytes);
  for (let left = 1 + random.below(4); left > 0 && result.length > 0; left -= 1) {
    const mutate = MUTATIONS[random.below(MUTATIONS.length)];
    if (mutate !== undefined) result = Buffer.from(mutate(result, random));
  }
  return Uint8Array.from(result);
}

function changed(bytes: Buffer, at: number, change: (byte: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = change(copy[at] ?? 0);
  return copy;
}

function stretch(bytes: Buffer, random: Random): readonly [number, number] {
  const start = random.below(bytes.length);
  return [start, Math.min(bytes.length, start + 1 + random.below(64))];
}
