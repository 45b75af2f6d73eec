import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
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

/** How long the program may take until it has said what is waited for, in ms. */
const LONGEST_WAIT = 90_000;

/** How much of what the program complains about is kept for the report of a hang, in characters. */
const KEPT_COMPLAINTS = 2_000;

interface Wanted {
  readonly kind: Said["kind"];
  left: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** A running program that edits by itself and says so. */
export class EditingProgram {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  #browser = 0;
  #wanted: Wanted | null = null;
  #complaints = "";
  #hasEnded = false;
  readonly #counts = new Map<Said["kind"], number>();

  private constructor(process: ChildProcess) {
    this.#process = process;
    this.#ended = once(process, "close").then(() => {
      this.#hasEnded = true;
      this.#wanted?.reject(new Error(this.#report("The program ended by itself")));
    });
  }

  /**
   * Starts it on a machine; `hear` is given all that it says, in order. What it and its browser leave behind when they are killed lies in
   * `tmp` of the machine, where it goes with the machine.
   */
  static start(options: {
    readonly machine: string;
    readonly parts: EditingParts;
    readonly hear: (said: Said) => void;
  }): EditingProgram {
    const { machine, parts } = options;
    // Elsewhere paths of temporary files are long, and the browser's socket among them must be short.
    const own = process.platform === "linux" ? { TMPDIR: join(machine, "tmp") } : {};
    mkdirSync(join(machine, "tmp"), { recursive: true });
    const child = spawn(process.execPath, [parts.program, machine, parts.page], {
      cwd: ROOT,
      env: { ...process.env, ...own },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const program = new EditingProgram(child);
    createInterface({ input: child.stdout }).on("line", (line) => {
      const said = readSaid(line);
      if (said === null) return;
      options.hear(said);
      program.#hear(said);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      program.#complaints = (program.#complaints + text).slice(-KEPT_COMPLAINTS);
    });
    return program;
  }

  /** Waits until it has said something of a kind so many times since its start; rejects when it ends or takes too long. */
  async heard(kind: Said["kind"], times: number): Promise<void> {
    const left = times - (this.#counts.get(kind) ?? 0);
    if (left <= 0) return;
    const what = `${times} × “${kind}” was waited for`;
    if (this.#hasEnded) throw new Error(this.#report(`The program has ended, while ${what}`));
    await new Promise<void>((resolve, reject) => {
      const late = () => reject(new Error(this.#report(`In ${LONGEST_WAIT / 1000} s not enough: ${what}`)));
      const timer = setTimeout(late, LONGEST_WAIT);
      const done = <T>(then: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(timer);
          then(value);
        };
      };
      this.#wanted = { kind, left, resolve: done(resolve), reject: done(reject) };
    });
  }

  /** Ends the program and its browser at once, as a crash or an impatient planner would. What it said until then is heard. */
  async kill(): Promise<void> {
    this.#wanted = null;
    this.#process.kill("SIGKILL");
    try {
      // The browser has a process group of its own, with all of its helpers. One that is not known yet ends with the pipe to its program.
      if (this.#browser > 0) process.kill(-this.#browser, "SIGKILL");
    } catch {
      // It ended with the program that drove it.
    }
    await this.#ended;
  }

  #hear(said: Said): void {
    if (said.kind === "browser") this.#browser = said.pid;
    this.#counts.set(said.kind, (this.#counts.get(said.kind) ?? 0) + 1);
    if (said.kind !== this.#wanted?.kind) return;
    this.#wanted.left -= 1;
    if (this.#wanted.left <= 0) this.#wanted.resolve();
  }

  #report(what: string): string {
    const counts = [...this.#counts].map(([kind, count]) => `${count} × “${kind}”`).join(", ");
    return `${what}; it said ${counts === "" ? "nothing" : counts}. ${this.#complaints}`.trim();
  }
}
