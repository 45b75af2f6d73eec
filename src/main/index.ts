import { resolve } from "node:path";
import { app } from "electron";
import { prepareStart } from "./electron/prepare-start.ts";
import { refuseStart, startWorkbench } from "./electron/start-workbench.ts";

// This file is built into out/main; everything else of the program lies beside and below that.
const here = import.meta.dirname;
const places = {
  rendererFolder: resolve(here, "../renderer"),
  preload: resolve(here, "../preload/index.cjs"),
  fontsFolder: resolve(here, "fonts"),
  icon: resolve(here, "icon.png"),
  pictureFile: resolve(here, "../smoke/library.png"),
};

const prepared = await prepareStart();
const smoke = process.argv.includes("--smoke");

// Electron becomes ready only after this file has run, so readiness must not be awaited here.
void app.whenReady().then(async () => {
  if (!prepared.ok) {
    refuseStart(prepared.error, smoke);
    return;
  }
  try {
    await startWorkbench(prepared.value, places);
  } catch (error) {
    refuseStart({ message: String(error), exitCode: 1 }, smoke);
  }
});
