import type { BridgeErrorCode, Reply } from "#bridge/desktop-bridge.ts";
import { refused } from "#bridge/reply.ts";
import { errorCode } from "./error-code.ts";

const CODES: ReadonlyMap<string, BridgeErrorCode> = new Map([
  ["ENOSPC", "disk-full"],
  ["EDQUOT", "disk-full"],
  ["EFBIG", "disk-full"],
  ["EACCES", "not-writable"],
  ["EPERM", "not-writable"],
  ["EROFS", "not-writable"],
  ["ENOENT", "not-writable"],
  ["ENOTDIR", "not-writable"],
  ["EISDIR", "not-writable"],
  ["EEXIST", "not-writable"],
  ["ELOOP", "not-writable"],
  ["EBUSY", "not-writable"],
  ["EAGAIN", "not-writable"],
  ["EIO", "not-writable"],
  ["EINVAL", "not-writable"],
  ["ENAMETOOLONG", "not-writable"],
  ["ETXTBSY", "not-writable"],
  ["EXDEV", "not-writable"],
  ["ENOTSUP", "not-writable"],
  // Too many files are open, here or on the whole machine.
  ["EMFILE", "not-writable"],
  ["ENFILE", "not-writable"],
  // A stick that was pulled out, a drive of another machine that does not answer; Windows has no name for most of it.
  ["ENODEV", "not-writable"],
  ["ENXIO", "not-writable"],
  ["ESTALE", "not-writable"],
  ["ENOTCONN", "not-writable"],
  ["ETIMEDOUT", "not-writable"],
  ["EHOSTDOWN", "not-writable"],
  ["EHOSTUNREACH", "not-writable"],
  ["UNKNOWN", "not-writable"],
]);

/** Whether a system's code says that the disk has no room. */
export const isFullDiskCode = (code: string): boolean => CODES.get(code) === "disk-full";

/** Whether a file operation failed because its disk has no room. */
export const isDiskFull = (error: unknown): boolean => isFullDiskCode(errorCode(error));

/** Whether a file could not be read although nothing may be wrong with it: another program holds it, or the system keeps it from us for now. */
export const isHeld = (error: unknown): boolean =>
  ["EBUSY", "EPERM", "EACCES", "EAGAIN"].includes(errorCode(error));

/** Turns the failure of a write into a refusal; throws again what no disk can cause. */
export function refusedWrite(error: unknown): Reply<never> {
  const system = errorCode(error);
  const code = CODES.get(system);
  if (code === undefined) throw error;
  return refused(code, `The system refused to write (${system})`);
}
