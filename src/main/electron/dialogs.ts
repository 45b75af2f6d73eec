import { BrowserWindow, dialog } from "electron";
import { FILE_EXTENSIONS, OPEN_EXTENSIONS } from "#bridge/file-kinds.ts";
import type { HostOptions } from "../host/host-options.ts";

const FILE_TYPES = {
  svg: "SVG",
  png: "PNG",
  pdf: "PDF",
  zip: "ZIP",
  plan: "五年",
  csv: "CSV",
  docx: "Word",
  xlsx: "Excel",
  pptx: "PowerPoint",
} as const;

const OPEN_TYPES = { text: "TXT", plan: "五年", sheet: "Excel" } as const;

/** Asks where to save a file; `null` when the planner closed the dialog. */
export const chooseSavePath: NonNullable<HostOptions["chooseSavePath"]> = async ({ path, kind }) => {
  const options = {
    defaultPath: path,
    filters: [{ name: FILE_TYPES[kind], extensions: [FILE_EXTENSIONS[kind]] }],
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
      name: OPEN_TYPES[kind],
      extensions: [...OPEN_EXTENSIONS[kind]],
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
