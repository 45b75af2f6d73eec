import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { zipSync } from "fflate";
import type { Plan } from "#core/plan/plan.ts";
import { DocumentText } from "#exchange/document/document-text.ts";
import { passageAt } from "#exchange/document/passage.ts";
import { readingBlocks } from "#exchange/document/reading-blocks.ts";
import { recogniseDocument } from "#exchange/document/recognise-document.ts";
import { readPlanArchive, writePlanArchive } from "#exchange/plan-file/plan-archive.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { sha256Hex } from "#exchange/sha256.ts";
import { backupFileName, nameBackup } from "#main/host/backup-name.ts";
import { openBackupFiles } from "#main/host/backup-files.ts";
import { encodeFrame } from "#main/host/journal-frame.ts";
import { openJournalFiles, SEGMENT_BYTES } from "#main/host/journal-files.ts";
import { makeLastingFolder } from "#main/host/lasting-folder.ts";
import { defaultSettings, openSettingsFile } from "#main/host/settings-file.ts";
import { ModelDisk } from "./model-disk.ts";
import { mutated } from "./mutations.ts";
import { type Random, randomFrom } from "./random.ts";
import type { TortureRow } from "./torture-row.ts";

const FULL = 10_000;
const SHORT = 500;

/** No reader may take longer for one file, in ms. */
const LIMIT = 5_000;

/** A format that is read from outside: a sound file of it, and what reads it. */
interface Format {
  readonly name: string;
  readonly sound: Uint8Array;
  /** Reads a broken file; throws when that breaks the program or is taken in by half. */
  readonly read: (bytes: Uint8Array<ArrayBuffer>, random: Random) => Promise<void>;
}

/** Goal 7, for every format the program reads: whatever is done to a file, it is read whole or refused, and soon. */
export async function tortureWithMutatedFiles(short: boolean): Promise<TortureRow> {
  const runs = short ? SHORT : FULL;
  const folder = await mkdtemp(join(tmpdir(), "wunian-mutated-"));
  const formats = await allFormats(folder);
  let crashes = 0;
  let slowest = 0;
  for (const { name, sound, read } of formats) {
    for (let seed = 1; seed <= runs; seed += 1) {
      const random = randomFrom(seed);
      const started = performance.now();
      try {
        await read(mutated(sound, random), random);
      } catch (error) {
        crashes += 1;
        console.error(`${name}, seed ${seed}:`, error);
      }
      slowest = Math.max(slowest, performance.now() - started);
    }
  }
  await rm(folder, { recursive: true, force: true });
  const figures = { formats: formats.length, crashes, slowestMs: Math.round(slowest) };
  return { goal: 7, runs: runs * formats.length, ok: crashes === 0 && slowest < LIMIT, figures };
}

async function allFormats(folder: string): Promise<readonly Format[]> {
  const plan = smallPlan();
  const json = readFileSync(new URL("../../seeds/plans/taishan-13.json", import.meta.url));
  const archive = await writePlanArchive({ plans: [plan], workbench: { books: [1, 2, 3] } });
  return [
    { name: "plan file", sound: archive, read: readArchive },
    { name: "plan file, packed anew", sound: json, read: readPacked },
    { name: "plan as JSON", sound: json, read: readArchive },
    { name: "text of an original", sound: Buffer.from(sampleText()), read: readOriginal },
    { name: "journal", sound: sampleJournal(), read: readJournal },
    { name: "backup", sound: archive, read: readBackup },
    { name: "settings", sound: Buffer.from(sampleSettings()), read: (bytes) => readSettings(folder, bytes) },
  ];
}

/** A bundled plan with fewer indicators, so that the marks of a format are hit more often than words. */
function smallPlan(): Plan {
  const text = readFileSync(new URL("../../seeds/plans/taishan-13.json", import.meta.url), "utf8");
  const read = readPlanFile(JSON.parse(text), "own");
  if (!read.ok) throw new Error("The seed cannot be read");
  return read.value;
}

/** What is read must be whole: written again it reads as the same. */
async function readArchive(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const read = await readPlanArchive(bytes);
  if (!read.ok) return;
  const again = await readPlanArchive(await writePlanArchive(read.value));
  if (!again.ok) throw new Error(`What was taken in cannot be written: ${JSON.stringify(again.error)}`);
}

/** The hash and checksums hold, so that what is broken comes through to the plan itself. */
async function readPacked(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const files = { "plans/taishan-13.json": await sha256Hex(bytes) };
  const manifest = JSON.stringify({ format: "wunian-archive", version: 1, files });
  await readArchive(
    Uint8Array.from(
      zipSync({ "manifest.json": Buffer.from(manifest), "plans/taishan-13.json": bytes }, { level: 1 }),
    ),
  );
}

async function readOriginal(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const known = new Set([await sha256Hex(bytes)]);
  const recognised = await recogniseDocument(bytes, known);
  if (recognised.kind !== "recognised") return;
  const document = new DocumentText(recognised.text);
  const blocks = readingBlocks(document, [{ heading: "一、总体要求", level: 1, line: 1, start: null }]);
  passageAt(document, blocks, { start: document.length >> 1, end: (document.length >> 1) + 5 });
}

/** Every entry that a broken journal still gives is one that was written. */
async function readJournal(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const model = await diskWith("/data/journal/main/0000000000000001.log", bytes);
  const tools = { disk: model.disk, clock: () => new Date(0), log: silent, segmentBytes: SEGMENT_BYTES };
  const journals = openJournalFiles("/data", tools);
  const heads = await journals.heads();
  if (!heads.ok) throw new Error(heads.message);
  const read = await journals.read({ store: "main", after: 0, offset: 0 });
  for (const { sequence, json } of read.ok ? read.value.entries : [])
    if (json !== journalJson(sequence)) throw new Error(`Entry ${sequence} was never written`);
  const last = heads.value[0]?.last ?? 0;
  const next = { sequence: last + 1, after: last || null, json: "{}", offset: 0, more: false };
  const appended = await journals.append({ store: "main", ...next });
  if (!appended.ok) throw new Error(`The journal takes no more entries: ${appended.message}`);
}

/** A broken backup is never given out, and does not keep a new one from being written. */
async function readBackup(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const request = { store: "main", sequence: 1, reason: "manual", plans: 1, bytes } as const;
  const { id } = nameBackup({ ...request, bytes: Uint8Array.of(1) }, new Date(0));
  const model = await diskWith(`/data/backups/${backupFileName(id)}`, bytes);
  await (await model.disk.open("/data/backups/verified.json", "new")).append(bytes);
  const tools = { disk: model.disk, clock: () => new Date(1), log: silent, secondPlace: () => null };
  const backups = openBackupFiles("/data", tools);
  const read = await backups.read(id);
  if (read.ok) throw new Error("A backup was given out that is not what was written");
  const written = await backups.write({ ...request, bytes: Uint8Array.of(2) });
  if (!written.ok) throw new Error(`No backup can be written: ${written.message}`);
}

/** Whatever the settings hold, the program starts with some, and can write them again. */
async function readSettings(folder: string, bytes: Uint8Array): Promise<void> {
  await writeFile(join(folder, "settings.json"), bytes);
  const settings = await openSettingsFile(folder, defaultSettings("zh-CN"), () => new Date(0), silent);
  const { locale, theme } = settings.read();
  if (!["zh-CN", "en"].includes(locale) || !["system", "light", "dark"].includes(theme))
    throw new Error(`The settings hold ${locale} and ${theme}`);
  await settings.replace(settings.read());
}

const silent = { write: () => undefined, bug: () => undefined };

async function diskWith(path: string, bytes: Uint8Array): Promise<ModelDisk> {
  const model = new ModelDisk();
  await makeLastingFolder(dirname(path), model.disk);
  await (await model.disk.open(path, "new")).append(bytes);
  return model;
}

const journalJson = (sequence: number): string => JSON.stringify({ sequence, text: "全县研发经费投入强度" });

function sampleJournal(): Buffer {
  const frames = Array.from({ length: 12 }, (_, index) =>
    encodeFrame({ sequence: index + 1, after: index || null, json: journalJson(index + 1) }),
  );
  return Buffer.concat(frames);
}

const sampleSettings = (): string =>
  JSON.stringify({ schema: 1, ...defaultSettings("en"), exportFolder: "/导出", backupFolder: "/media/usb" });

const sampleText = (): string =>
  ["一、总体要求", "到2025年，全县研发经费投入强度达到2.5％。[bookmark: _Toc1]", "\t高新技术企业\t100家", ""]
    .join("\r\n")
    .repeat(12);
