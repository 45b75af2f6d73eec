import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, onTestFinished, test } from "vitest";
import { fitsLimits, readArchive, writeArchive } from "#exchange/archive/archive.ts";
import { ARCHIVE_LIMITS } from "#exchange/archive/archive-limits.ts";
import { canonicalJson } from "#exchange/archive/canonical-json.ts";
import { readJson } from "#exchange/archive/json-entry.ts";
import { sha256Hex } from "#exchange/sha256.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const anyName = (name: string) => /^[a-z]+\.json$/.test(name);
const contents = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}\.json$/), fc.uint8Array({ maxLength: 2_000 }), {
  maxKeys: 8,
});

const entriesOf = (files: Readonly<Record<string, Uint8Array>>) =>
  new Map(Object.entries(files).map(([name, bytes]) => [name, Uint8Array.from(bytes)]));

/** A zip file with a sound manifest, made by the library and not by our writer. */
async function handMade(files: Readonly<Record<string, Uint8Array>>, level: 0 | 6 = 6): Promise<Uint8Array> {
  const hashes: Record<string, string> = {};
  for (const [name, bytes] of Object.entries(files)) hashes[name] = await sha256Hex(Uint8Array.from(bytes));
  const manifest = { format: "wunian-archive", version: 1, files: hashes };
  return zipSync({ ...files, "manifest.json": bytesOf(JSON.stringify(manifest)) }, { level });
}

describe("an archive", () => {
  test("gives its entries back, whatever they hold", async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (files) => {
        const entries = entriesOf(files);
        const read = await readArchive(await writeArchive(entries), anyName);
        expect(read.ok && [...read.value].sort()).toEqual([...entries].sort());
      }),
      { numRuns: 60 },
    );
  });

  test("fits limits exactly where it would be read under them", async () => {
    const limits = fc.record({
      packed: fc.integer({ min: 100, max: 6_000 }),
      unpacked: fc.integer({ min: 0, max: 8_000 }),
      entries: fc.nat({ max: 9 }),
      ratio: fc.integer({ min: 1, max: 1_100 }),
    });
    const seen = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(contents, limits, fc.boolean(), async (files, limit, isLarge) => {
        // Beyond the size at which a ratio is asked for.
        const large = isLarge ? { "x.json": new Uint8Array(1_100_000) } : {};
        const room = isLarge ? { ...limit, unpacked: limit.unpacked + 1_100_000 } : limit;
        const bytes = await writeArchive(entriesOf({ ...files, ...large }));
        const { ok } = await readArchive(bytes, anyName, room);
        seen.add(ok);
        expect(fitsLimits(bytes, room)).toBe(ok);
      }),
      { numRuns: 60 },
    );
    expect(seen.size).toBe(2);
  });

  test("has the same bytes in whatever order its entries come", async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (files) => {
        const entries = [...entriesOf(files)];
        const forwards = await writeArchive(new Map(entries));
        expect(await writeArchive(new Map(entries.reverse()))).toEqual(forwards);
      }),
      { numRuns: 30 },
    );
  });

  test("is a zip file that another program opens and finds whole", async ({ skip }) => {
    const folder = await mkdtemp(join(tmpdir(), "wunian-zip-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, "a.zip");
    writeFileSync(file, await writeArchive(new Map([["a.json", bytesOf("五年")]])));
    const script =
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.namelist(), z.read('a.json').decode(), z.infolist()[0].date_time[:3])";
    try {
      const said = execFileSync("python3", ["-c", script, file], { encoding: "utf8" });
      expect(said.trim()).toBe("None ['manifest.json', 'a.json'] 五年 (1980, 1, 1)");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT")
        skip("python3 is not installed");
      throw error;
    }
  });

  test.each([0, 6] as const)("packed by another program at level %i is read", async (level) => {
    const read = await readArchive(await handMade({ "a.json": bytesOf("五年") }, level), anyName);
    expect(read.ok && read.value.get("a.json")).toEqual(bytesOf("五年"));
  });
});

describe("a made-up archive", () => {
  const repeated = (bytes: Uint8Array, from: string, to: string) => {
    const text = Buffer.from(bytes).toString("latin1");
    return Uint8Array.from(Buffer.from(text.replaceAll(from, to), "latin1"));
  };

  test("that claims another size than it unpacks to is damaged, not cut short", async () => {
    const zip = await handMade({ "a.json": bytesOf("x".repeat(1_000)) });
    const view = new DataView(zip.buffer, zip.byteOffset);
    for (let at = 0; at + 4 <= zip.length; at += 1)
      if (view.getUint32(at, true) === 1_000) view.setUint32(at, 400, true);
    expect(await readArchive(zip, anyName)).toEqual({
      ok: false,
      error: { kind: "damaged-entry", entry: "a.json" },
    });
  });

  test("that unpacks to far more than it weighs is refused while it unpacks", async () => {
    const zip = await handMade({ "a.json": new Uint8Array(80 * 1024 * 1024) });
    expect(zip.length).toBeLessThan(100_000);
    const started = performance.now();
    expect(await readArchive(zip, anyName)).toEqual({ ok: false, error: { kind: "unpacks-too-large" } });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test("that lies about a bomb's size is refused all the same", async () => {
    const zip = await handMade({ "a.json": new Uint8Array(80 * 1024 * 1024) });
    const view = new DataView(zip.buffer, zip.byteOffset);
    for (let at = 0; at + 4 <= zip.length; at += 1)
      if (view.getUint32(at, true) === 80 * 1024 * 1024) view.setUint32(at, 10, true);
    expect(await readArchive(zip, anyName)).toEqual({ ok: false, error: { kind: "unpacks-too-large" } });
  });

  test("with more than all entries together may unpack to is refused", async () => {
    const noise = Uint8Array.from({ length: 3_000 }, (_, index) => (index * 7919) % 251);
    const zip = await handMade({ "a.json": noise, "b.json": noise, "c.json": noise });
    const limits = { ...ARCHIVE_LIMITS, unpacked: 8_000 };
    expect(await readArchive(zip, anyName, limits)).toEqual({
      ok: false,
      error: { kind: "unpacks-too-large" },
    });
  });

  test("with too many entries, or too large, is refused before anything is unpacked", async () => {
    const files = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`f${index}`, bytesOf("")]));
    expect(await readArchive(zipSync(files), () => true)).toMatchObject({
      error: { kind: "too-many-entries" },
    });
    const large = new Uint8Array(50 * 1024 * 1024 + 1);
    expect(await readArchive(large, anyName)).toMatchObject({ error: { kind: "too-large" } });
  });

  test.each(["../a.json", "/a.json", "a.json/", "A.JSON", "a.json\0", "页.json", "word/document.xml"])(
    "with an entry %j is refused",
    async (name) => {
      const read = await readArchive(await handMade({ [name]: bytesOf("{}") }), anyName);
      expect(read).toMatchObject({ ok: false, error: { kind: "unknown-entry" } });
    },
  );

  test("with one name twice is refused", async () => {
    const zip = repeated(
      await handMade({ "a.json": bytesOf("1"), "b.json": bytesOf("1") }),
      "b.json",
      "a.json",
    );
    expect(await readArchive(zip, anyName)).toMatchObject({
      error: { kind: "repeated-entry", entry: "a.json" },
    });
  });

  test("whose entries share bytes is refused", async () => {
    const zip = await handMade({ "a.json": bytesOf("1"), "b.json": bytesOf("1") });
    const view = new DataView(zip.buffer, zip.byteOffset);
    const central: number[] = [];
    for (let at = 0; at + 4 <= zip.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) central.push(at);
    const [first = 0, second = 0] = central;
    view.setUint32(second + 42, view.getUint32(first + 42, true), true);
    expect(await readArchive(zip, anyName)).toMatchObject({ error: { kind: "not-an-archive" } });
  });

  test("with another content than its manifest says is damaged; without a manifest it is none", async () => {
    const sound = await handMade({ "a.json": bytesOf("1") });
    const hash = await sha256Hex("1");
    const zip = zipSync({
      "a.json": bytesOf("2"),
      "manifest.json": bytesOf(
        canonicalJson({ format: "wunian-archive", version: 1, files: { "a.json": hash } }),
      ),
    });
    expect((await readArchive(sound, anyName)).ok).toBe(true);
    expect(await readArchive(zip, anyName)).toMatchObject({ error: { kind: "damaged-entry" } });
    const none = zipSync({ "a.json": bytesOf("2") });
    expect(await readArchive(none, anyName)).toMatchObject({ error: { kind: "not-an-archive" } });
  });

  test("of a later program, or with an entry missing, says so", async () => {
    const manifest = (more: object) =>
      zipSync({
        "manifest.json": bytesOf(JSON.stringify({ format: "wunian-archive", version: 1, ...more })),
      });
    expect(await readArchive(manifest({ version: 2 }), anyName)).toMatchObject({
      error: { kind: "newer-version", version: 2 },
    });
    expect(await readArchive(manifest({ files: { "a.json": "0" } }), anyName)).toMatchObject({
      error: { kind: "missing-entry", entry: "a.json" },
    });
  });

  test.each([
    ["nothing", new Uint8Array()],
    ["PK alone", bytesOf("PK")],
    [
      "an end of directory alone that points nowhere",
      Uint8Array.from([0x50, 0x4b, 5, 6, ...new Uint8Array(18).fill(9)]),
    ],
  ])("that is %s is none", async (_what, bytes) => {
    expect(await readArchive(bytes, anyName)).toMatchObject({ ok: false, error: { kind: "not-an-archive" } });
  });
});

describe("JSON", () => {
  test("is the same for the same content, and says it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const text = canonicalJson(data);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
    expect(canonicalJson({ b: 1, a: [true, null, "五"] })).toBe('{"a":[true,null,"五"],"b":1}');
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
  });

  test("is read from UTF-8 with or without a mark, and from GB18030", () => {
    const gb18030 = Uint8Array.from([0x22, 0xce, 0xe5, 0xc4, 0xea, 0x22]);
    expect(readJson(gb18030)).toEqual({ ok: true, value: "五年" });
    expect(readJson(bytesOf('\ufeff"五年"'))).toEqual({ ok: true, value: "五年" });
    expect(readJson(bytesOf('"五年"'))).toEqual({ ok: true, value: "五年" });
  });

  test("that nests without end is refused before it is parsed, also when it is long", () => {
    const deep = bytesOf("[".repeat(5_000_000));
    expect(readJson(deep)).toEqual({ ok: false, error: { kind: "too-deep" } });
    expect(readJson(bytesOf(`${"[".repeat(64)}${"]".repeat(64)}`)).ok).toBe(true);
    expect(readJson(bytesOf(JSON.stringify(`\\"${"[".repeat(500)}`))).ok).toBe(true);
  });

  test.each([
    ["no text", Uint8Array.from([0xff, 0xff]), "no-text"],
    ["no JSON", bytesOf("{"), "no-json"],
    ["nothing", new Uint8Array(), "no-json"],
  ])("that is %s is refused", (_what, bytes, kind) => {
    expect(readJson(bytes)).toEqual({ ok: false, error: { kind } });
  });
});
