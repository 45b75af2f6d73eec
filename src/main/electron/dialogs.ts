import { BrowserWindow, dialog } from "electron";
import type { HostOptions } from "../host/host-options.ts";

const FILE_TYPES = { svg: "SVG", png: "PNG" } as const;

const OPEN_TYPES = { text: { name: "TXT", extensions: ["txt"] } } as const;

/** Asks where to save a file; `null` when the planner closed the dialog. */
export const chooseSavePath: NonNullable<HostOptions["chooseSavePath"]> = async ({ path, kind }) => {
  const options = {
    defaultPath: path,
    filters: [{ name: FILE_TYPES[kind], extensions: [kind] }],
  };
  const parent = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } =
    parent === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options);
  return canceled || filePath === "" ? null : filePath;
};

/** Asks which files to open; `null` when the planner closed the dialog. */
export const chooseOpenPaths: NonNullable<HostOptions["chooseOpenPaths"]> = async (kinds) => {
  const options: Electron.OpenDialogOptions = {
    filters: kinds.map((kind) => ({
      name: OPEN_TYPES[kind].name,
      extensions: [...OPEN_TYPES[kind].extensions],
    })),
    properties: ["openFile", "multiSelections"],
  };
  const parent = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } =
    parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
  return canceled || filePaths.length === 0 ? null : filePaths;
};

/** Asks for a folder; `null` when the planner closed the dialog. */
export const chooseFolder: NonNullable<HostOptions["chooseFolder"]> = async (current) => {
  const options: Electron.OpenDialogOptions = {
    defaultPath: current,
    properties: ["openDirectory", "createDirectory"],
  };
  const parent = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } =
    parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
  return canceled ? null : (filePaths[0] ?? null);
};
