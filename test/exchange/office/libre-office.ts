import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Why files cannot be opened by LibreOffice and poppler here; `null` where they can. */
export const withoutLibreOffice: string | null = await missingProgram();

async function missingProgram(): Promise<string | null> {
  for (const [program, option] of [
    ["soffice", "--version"],
    ["pdftotext", "-v"],
  ] as const) {
    try {
      await run(program, [option]);
    } catch {
      return `${program} is not installed here`;
    }
  }
  return null;
}

/** Has LibreOffice open a file and save it in another format; a file that it cannot read gives nothing and fails. */
export async function convert(bytes: Uint8Array, from: string, to: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "wunian-office-"));
  try {
    await writeFile(join(folder, `file.${from}`), bytes);
    await run(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        ...["--headless", "--convert-to", to, "--outdir", join(folder, "out"), join(folder, `file.${from}`)],
      ],
      { timeout: 180_000 },
    );
    return await readFile(join(folder, "out", `file.${to.split(":")[0]}`));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A line of a PDF: what it says, and where, in points from the top left corner of the page. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
}

/** The lines of each page of a PDF, as poppler reads them. */
export async function pdfLines(pdf: Uint8Array): Promise<readonly (readonly PdfLine[])[]> {
  const folder = await mkdtemp(join(tmpdir(), "wunian-pdf-"));
  try {
    await writeFile(join(folder, "file.pdf"), pdf);
    await run("pdftotext", ["-bbox-layout", join(folder, "file.pdf"), join(folder, "file.html")]);
    const html = await readFile(join(folder, "file.html"), "utf8");
    return html.split("<page ").slice(1).map(linesOfPage);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const LINE = /<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>(.*?)<\/line>/gsu;

function linesOfPage(html: string): readonly PdfLine[] {
  return [...html.matchAll(LINE)].map(([, left, top, right, words = ""]) => ({
    text: [...words.matchAll(/>([^<]*)<\/word>/gu)].map(([, word]) => word).join(""),
    left: Number(left),
    top: Number(top),
    right: Number(right),
  }));
}
