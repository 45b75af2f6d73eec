import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { LogLevel } from "#bridge/desktop-bridge.ts";
import { errorCode } from "./error-code.ts";

/** The host's log: one line an event, in English. */
export interface Log {
  readonly write: (level: LogLevel, message: string) => void;
  /** Writes an unexpected error with its stack. */
  readonly bug: (error: unknown) => void;
}

/** Size at which a new log file begins, and how many old ones are kept. */
export interface LogLimits {
  readonly maxBytes: number;
  readonly kept: number;
}

/** The log of a data folder. */
export const logFileIn = (dataFolder: string): string => join(logFolderIn(dataFolder), "wunian.log");

const logFolderIn = (dataFolder: string) => join(dataFolder, "logs");

const LIMITS: LogLimits = { maxBytes: 1024 * 1024, kept: 4 };

/**
 * Opens the log `<dataFolder>/logs/wunian.log`. A full file becomes wunian.1.log and the older ones move up.
 * Lines are written before `write` returns, so that the last one before a crash is there.
 * When the log itself cannot be written the line goes to the terminal: logging never stops the program.
 */
export function openLog(dataFolder: string, clock: () => Date, limits: LogLimits = LIMITS): Log {
  const folder = logFolderIn(dataFolder);
  const path = (age: number) => (age === 0 ? logFileIn(dataFolder) : join(folder, `wunian.${age}.log`));
  const write = (level: LogLevel, message: string) => {
    const line = `${clock().toISOString()} ${level} ${message.replace(/[\r\n]+\s*/g, " ⏎ ")}\n`;
    try {
      mkdirSync(folder, { recursive: true });
      if (sizeOf(path(0)) + Buffer.byteLength(line) > limits.maxBytes) rotate(path, limits.kept);
      appendFileSync(path(0), line, { mode: 0o600 });
    } catch (error) {
      process.stderr.write(`(log: ${errorCode(error)}) ${line}`);
    }
  };
  return {
    write,
    bug: (error) => write("error", error instanceof Error ? (error.stack ?? error.message) : String(error)),
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function rotate(path: (age: number) => string, kept: number): void {
  rmSync(path(kept), { force: true });
  for (let age = kept - 1; age >= 0; age -= 1) {
    if (sizeOf(path(age)) > 0) renameSync(path(age), path(age + 1));
  }
}
