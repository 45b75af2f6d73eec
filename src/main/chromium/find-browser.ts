import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { err, ok, type Result } from "#core/result.ts";
import type { FolderEnvironment } from "#main/host/data-folder.ts";
import { browserCandidates } from "./browser-candidates.ts";

/** A browser that can be started. */
export interface FoundBrowser {
  readonly name: string;
  readonly path: string;
  /** Why this one: it was named, it is installed, or it is the package that serves runs without a window. */
  readonly why: "named" | "installed" | "package";
}

/** Why there is no browser: none is installed, or the one that was named is not there. */
export interface NoBrowser {
  readonly kind: "none-installed" | "named-missing";
  /** The path that was named; empty when none was. */
  readonly named: string;
}

/** What to look for. */
export interface BrowserWish {
  /** A path from the command line; it goes before the variable CHROME. */
  readonly named: string | null;
  /** Only a run without a window can use the browser that comes as a package. */
  readonly headless: boolean;
}

/** Finds the browser to run: the named one, else an installed one, else for a run without a window the package's. */
export async function findBrowser(
  wish: BrowserWish,
  environment: FolderEnvironment,
  packaged: () => Promise<string | null> = packagedBrowser,
): Promise<Result<FoundBrowser, NoBrowser>> {
  const fromEnvironment = environment.env["CHROME"];
  const named = wish.named ?? (fromEnvironment === "" ? undefined : fromEnvironment);
  if (named !== undefined) {
    return (await isProgram(named))
      ? ok({ name: named, path: named, why: "named" })
      : err({ kind: "named-missing", named });
  }
  for (const { name, path } of browserCandidates(environment)) {
    if (await isProgram(path)) return ok({ name, path, why: "installed" });
  }
  const path = wish.headless ? await packaged() : null;
  return path === null
    ? err({ kind: "none-installed", named: "" })
    : ok({ name: "@sparticuz/chromium", path, why: "package" });
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    // Any failure means that this place has no program that we may start.
    return false;
  }
}

/** Unpacks the optional package's browser; `null` where the package has none for this machine. */
async function packagedBrowser(): Promise<string | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const before = process.env["AWS_EXECUTION_ENV"];
  // The package brings the libraries that a bare machine lacks, but unpacks them only where it finds this.
  process.env["AWS_EXECUTION_ENV"] = "AWS_Lambda_nodejs20.x";
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    return await chromium.executablePath();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return null;
    throw error;
  } finally {
    if (before === undefined) delete process.env["AWS_EXECUTION_ENV"];
    else process.env["AWS_EXECUTION_ENV"] = before;
  }
}
