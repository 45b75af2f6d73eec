import { contentSecurityPolicy, COMMON_HEADERS, NONCE_PLACEHOLDER } from "./csp.ts";

/** One answer to a request of the page. */
export interface AssetResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Reads a built file by its path below the renderer folder, `/` between segments; `null` when there is none. */
export type AssetReader = (path: string) => Promise<Uint8Array | null>;

/** What a shell does with a request: answer it from the built files, let it pass (it never leaves the page), or cancel it. */
export type RequestVerdict = "answer" | "pass" | "block";

const MIME_TYPES: ReadonlyMap<string, string> = new Map([
  ["css", "text/css; charset=utf-8"],
  ["html", "text/html; charset=utf-8"],
  ["ico", "image/x-icon"],
  ["jpg", "image/jpeg"],
  ["js", "text/javascript; charset=utf-8"],
  ["json", "application/json; charset=utf-8"],
  ["mjs", "text/javascript; charset=utf-8"],
  ["png", "image/png"],
  ["svg", "image/svg+xml; charset=utf-8"],
  ["txt", "text/plain; charset=utf-8"],
  ["wasm", "application/wasm"],
  ["webmanifest", "application/manifest+json; charset=utf-8"],
  ["woff2", "font/woff2"],
]);

/** The media type of a built file by its extension; `null` for an extension that no built file has. */
export function mimeType(path: string): string | null {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
  return MIME_TYPES.get(extension ?? "") ?? null;
}

/** Judges a request by its address alone; `origin` is the page's own, such as `https://workbench.invalid`. */
export function judgeRequest(url: string, origin: string): RequestVerdict {
  if (url === "about:blank" || url === "about:srcdoc") return "pass";
  if (url.startsWith("data:") || url.startsWith(`blob:${origin}/`)) return "pass";
  return isOfOrigin(url, origin) ? "answer" : "block";
}

/**
 * The path below the renderer folder that an address of the page names (`/` is index.html).
 * `null` for another origin, and for a path that a built file cannot have (dots, escapes, empty segments).
 */
export function assetPath(url: string, origin: string): string | null {
  if (!isOfOrigin(url, origin)) return null;
  const rest = url.slice(origin.length).replace(/[?#].*$/s, "");
  const path = rest === "" || rest === "/" ? "index.html" : rest.slice(1);
  const segments = path.split("/");
  return segments.every((segment) => /^[\w@-][\w.@-]*$/.test(segment)) ? path : null;
}

/** Answers a request for the page's own origin from the built files; `nonce` is fresh for every call. */
export async function answerRequest(
  request: { readonly method: string; readonly url: string },
  origin: string,
  read: AssetReader,
  nonce: string,
): Promise<AssetResponse> {
  if (request.method !== "GET" && request.method !== "HEAD") return plainAnswer(405, "Method not allowed");
  const path = assetPath(request.url, origin);
  const type = path === null ? null : mimeType(path);
  if (path === null || type === null) return plainAnswer(404, "Not found");
  const bytes = await read(path);
  if (bytes === null) return plainAnswer(404, "Not found");
  const body = path.endsWith(".html") ? withNonce(bytes, nonce) : bytes;
  return {
    status: 200,
    headers: {
      ...COMMON_HEADERS,
      "content-type": type,
      "content-security-policy": contentSecurityPolicy(nonce),
    },
    body: request.method === "HEAD" ? new Uint8Array() : body,
  };
}

// Scripts get the policy too: a worker takes the policy of its own answer, not of the page that started it.

function isOfOrigin(url: string, origin: string): boolean {
  return url === origin || ["/", "?", "#"].some((next) => url.startsWith(origin + next));
}

function withNonce(html: Uint8Array, nonce: string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(html).replaceAll(NONCE_PLACEHOLDER, nonce));
}

function plainAnswer(status: number, text: string): AssetResponse {
  return {
    status,
    headers: {
      ...COMMON_HEADERS,
      "content-type": "text/plain; charset=utf-8",
      "content-security-policy": "default-src 'none'",
    },
    body: new TextEncoder().encode(text),
  };
}
