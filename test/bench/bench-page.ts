import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { build } from "vite";
import { NONCE_PLACEHOLDER } from "#main/host/csp.ts";
import { freshMachine, removeMachine, startWorkbench } from "../e2e/start-workbench.ts";

/** A page of measurements in the program's shell; closing removes all that it was made of. */
export interface BenchPage {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Builds the page in a folder of `test/bench` and opens it in the shell, in the program's place. */
export async function openBenchPage(name: string): Promise<BenchPage> {
  const folder = await mkdtemp(join(tmpdir(), "wunian-bench-"));
  await build({
    configFile: false,
    root: join(import.meta.dirname, name),
    logLevel: "error",
    html: { cspNonce: NONCE_PLACEHOLDER },
    worker: { format: "es" },
    build: { outDir: folder, emptyOutDir: true, target: "chrome120" },
  });
  const machine = await freshMachine();
  const workbench = await startWorkbench({ machine, rendererFolder: folder });
  const close = async () => {
    await workbench.close();
    await removeMachine(machine);
    await rm(folder, { recursive: true, force: true });
  };
  return { page: workbench.page, close };
}
