import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "vite";
import { createInterface } from "node:readline";
import { NONCE_PLACEHOLDER } from "#main/host/csp.ts";
import { readSaid, type Said } from "./editing-page/said.ts";

/** A page that edits and the program around it, built. */
export interface EditingParts {
  readonly page: string;
  readonly program: string;
  readonly remove: () => Promise<void>;
}

const ROOT = resolve(import.meta.dirname, "../..");

/** Builds the editing page, and the program that is to be killed with it, below `node_modules`, where the program finds its packages. */
export async function buildEditingParts(): Promise<EditingParts> {
  const cache = join(ROOT, "node_modules/.cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "torture-"));
  const [page, program] = [join(folder, "page"), join(folder, "program")];
  const common = { configFile: false, logLevel: "error" } as const;
  await build({
    ...common,
    root: join(import.meta.dirname, "editing-page"),
    html: { cspNonce: NONCE_PLACEHOLDER },
    build: { outDir: page, emptyOutDir: true, target: "chrome130" },
  });
  await build({
    ...common,
    root: ROOT,
    build: {
      ...{ ssr: join(import.meta.dirname, "editing-program.ts"), outDir: program, target: "node20" },
      rolldownOptions: { output: { entryFileNames: "program.mjs" } },
    },
  });
  return {
    page,
    program: join(program, "program.mjs"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** How long the program may be silent, in ms. */
const LONGEST_SILENCE = 300_000;

interface Wanted {
  readonly kind: Said["kind"];
  left: number;
  readonly resolve: () => void;
}

/** A running program that edits by itself and says so. */
export class EditingProgram {
  readonly #process: ChildProcess;
  #browser = 0;
  #wanted: Wanted | null = null;
  readonly #counts = new Map<Said["kind"], number>();

  private constructor(process: ChildProcess) {
    this.#process = process;
  }

  /** Starts it on a machine; `hear` is given all that it says, in order. */
  static start(options: {
    readonly machine: string;
    readonly parts: EditingParts;
    readonly hear: (said: Said) => void;
  }): EditingProgram {
    const { machine, parts } = options;
    const child = spawn(process.execPath, [parts.program, machine, parts.page], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const program = new EditingProgram(child);
    createInterface({ input: child.stdout }).on("line", (line) => {
      const said = readSaid(line);
      if (said === null) return;
      options.hear(said);
      program.#hear(said);
    });
    return program;
  }

  /** Waits until it has said something of a kind so many times since its start. */
  async heard(kind: Said["kind"], times: number): Promise<void> {
    const left = times - (this.#counts.get(kind) ?? 0);
    if (left <= 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`The program did not say ${kind}`)), LONGEST_SILENCE);
    });
    const heard = new Promise<void>((resolve) => {
      this.#wanted = { kind, left, resolve };
    });
    await Promise.race([heard, late]);
    clearTimeout(timer);
  }

  /** Ends the program and its browser at once, as a crash or an impatient planner would. What it said until then is heard. */
  async kill(): Promise<void> {
    await this.heard("browser", 1);
    const closed = once(this.#process, "close");
    this.#process.kill("SIGKILL");
    try {
      // The browser has a process group of its own, with all of its helpers.
      process.kill(-this.#browser, "SIGKILL");
    } catch {
      // It ended with the program that drove it.
    }
    await closed;
  }

  #hear(said: Said): void {
    if (said.kind === "browser") this.#browser = said.pid;
    this.#counts.set(said.kind, (this.#counts.get(said.kind) ?? 0) + 1);
    if (said.kind !== this.#wanted?.kind) return;
    this.#wanted.left -= 1;
    if (this.#wanted.left <= 0) this.#wanted.resolve();
  }
}
