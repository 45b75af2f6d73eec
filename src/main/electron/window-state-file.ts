import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { errorCode } from "../host/error-code.ts";
import { formatWindowState, parseWindowState, type WindowState } from "./window-bounds.ts";

/** Reads where the last window was; `null` when nothing, or nothing readable, was kept. */
export function readWindowState(path: string): WindowState | null {
  try {
    return parseWindowState(readFileSync(path, "utf8"));
  } catch (error) {
    if (errorCode(error) === "") throw error;
    return null;
  }
}

/** Keeps where a window is, before it closes; returns the system's code when that fails, which costs only the place. */
export function keepWindowState(path: string, state: WindowState): string | null {
  try {
    writeFileSync(`${path}.tmp`, formatWindowState(state), { mode: 0o600 });
    renameSync(`${path}.tmp`, path);
    return null;
  } catch (error) {
    const code = errorCode(error);
    if (code === "") throw error;
    return code;
  }
}
