import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import type { BridgeMethod } from "#bridge/desktop-bridge.ts";
import { BRIDGE_METHODS, callBridge } from "#bridge/method-table.ts";
import { createHost } from "#main/host/create-host.ts";
import { ARGUMENT_CASES } from "../bridge-contract/wrong-arguments.ts";
import type { TortureRow } from "./torture-row.ts";

const CALLS = 1_000;
const SHORT = 200;

/** Goal 11: every method of the bridge is called with wrong arguments; each call is refused with a code, and none reaches a disk. */
export async function tortureWithWrongCalls(short: boolean): Promise<TortureRow> {
  const folder = await mkdtemp(join(tmpdir(), "wunian-calls-"));
  const fonts = createRequire(import.meta.url).resolve("@fontsource/noto-sans-sc/unicode.json");
  const host = await createHost({
    ...({ shell: "chromium", version: "0.0.0-test", locale: "zh-CN" } as const),
    ...{ dataFolder: folder, exportFolder: join(folder, "exports"), fontsFolder: dirname(fonts) },
    ...{ chooseSavePath: null, chooseOpenPaths: null, chooseFolder: null, reveal: null },
    clock: () => new Date(),
    printPdf: () => Promise.resolve(null),
    openWindow: () => Promise.resolve(),
    emptyDatabase: () => Promise.resolve(false),
  });
  const figures = { methods: BRIDGE_METHODS.length, refused: 0, taken: 0, bugs: 0 };
  const call = async (method: BridgeMethod, argument: unknown) => {
    const reply = await callBridge(host.bridge, method, argument, (error) => {
      figures.bugs += 1;
      console.error(method, argument, error);
    });
    if (!reply.ok && reply.code === "bad-argument") figures.refused += 1;
    else {
      figures.taken += 1;
      console.error(method, argument, reply);
    }
  };
  try {
    for (const method of BRIDGE_METHODS)
      for (const argument of fc.sample(ARGUMENT_CASES[method].wrong, short ? SHORT : CALLS))
        await call(method, argument);
  } finally {
    await host.close();
    await rm(folder, { recursive: true, force: true });
  }
  return { goal: 11, runs: figures.refused + figures.taken, ok: figures.taken + figures.bugs === 0, figures };
}
