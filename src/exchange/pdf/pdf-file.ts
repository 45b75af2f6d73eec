import { zlibSync } from "fflate";

/** How one object of a file names another: `7 0 R`. */
export type PdfReference = `${number} 0 R`;

/** A PDF file as it is put together (PDF 32000-1): objects in order, then the table of where each begins. */
export class PdfFile {
  readonly #parts: Uint8Array[] = [];
  readonly #starts: number[] = [];
  #length = 0;

  constructor() {
    // Four bytes above 127 tell programs that move files that this one is binary.
    this.#write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
  }

  /** A name for an object that is added later, so that those before it can speak of it. */
  reserve(): PdfReference {
    this.#starts.push(0);
    return `${this.#starts.length} 0 R`;
  }

  /** Adds an object, under the name that was reserved for it or a new one. */
  object(body: string, reference: PdfReference = this.reserve()): PdfReference {
    this.#begin(reference);
    this.#write(`${body}\nendobj\n`);
    return reference;
  }

  /** Adds a stream, compressed; `entries` are further ones of its dictionary. */
  stream(entries: string, bytes: Uint8Array): PdfReference {
    const reference = this.reserve();
    this.#begin(reference);
    const packed = zlibSync(bytes, { level: 9 });
    this.#write(`<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`);
    this.#add(packed);
    this.#write("\nendstream\nendobj\n");
    return reference;
  }

  /** The bytes of the whole file; `root` is its catalogue, `info` says what it is called. */
  bytes(root: PdfReference, info: PdfReference): Uint8Array<ArrayBuffer> {
    const table = this.#length;
    const entries = this.#starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
    const count = this.#starts.length + 1;
    this.#write(`xref\n0 ${count}\n0000000000 65535 f \n${entries}`);
    this.#write(`trailer\n<< /Size ${count} /Root ${root} /Info ${info} >>\nstartxref\n${table}\n%%EOF\n`);
    const file = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      file.set(part, at);
      at += part.length;
    }
    return file;
  }

  #begin(reference: PdfReference): void {
    const number = Number.parseInt(reference, 10);
    this.#starts[number - 1] = this.#length;
    this.#write(`${number} 0 obj\n`);
  }

  /** A byte a character: everything but streams is Latin-1. */
  #write(text: string): void {
    this.#add(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  }

  #add(part: Uint8Array): void {
    this.#parts.push(part);
    this.#length += part.length;
  }
}

/** A text as a string object in UTF-16 (PDF 32000-1, 7.9.2.2). */
export function pdfText(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, "0"),
  );
  return `<feff${units.join("")}>`;
}

/** A number as PDF files have it: no exponents, no more digits than a printer can tell apart. */
export function pdfNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error("A drawing holds a number that is none");
  return value
    .toFixed(4)
    .replace(/\.?0+$/u, "")
    .replace(/^-0$/u, "0");
}
