/** The system's code of a failed file operation (`ENOSPC`), or `""` when the error has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
