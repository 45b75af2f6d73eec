import { describe, expect, test } from "vitest";
import { answerRequest, assetPath, judgeRequest, mimeType } from "#main/host/asset-response.ts";
import { contentSecurityPolicy } from "#main/host/csp.ts";

const ORIGIN = "https://workbench.invalid";
const NONCE = "AAECAwQFBgcICQoLDA0ODw==";

const files: Readonly<Record<string, string>> = {
  "index.html": '<meta property="csp-nonce" nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>',
  "assets/index-abc_1.js": "export {};",
  "assets/secret.env": "x",
};
const read = (path: string) =>
  Promise.resolve(files[path] === undefined ? null : new TextEncoder().encode(files[path]));
const get = (path: string, method = "GET") =>
  answerRequest({ method, url: `${ORIGIN}${path}` }, ORIGIN, read, NONCE);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("which requests leave the page", () => {
  test.each([
    ["https://workbench.invalid/", "answer"],
    ["https://workbench.invalid/assets/a.js?x=1", "answer"],
    ["https://workbench.invalid/../../etc/passwd", "answer"],
    ["about:blank", "pass"],
    ["data:font/woff2;base64,AA", "pass"],
    ["blob:https://workbench.invalid/8f9", "pass"],
    ["blob:https://elsewhere.example/8f9", "block"],
    ["https://workbench.invalid.example/", "block"],
    ["https://workbench.invalid:8443/", "block"],
    ["https://workbench.invalid@example.org/", "block"],
    ["http://workbench.invalid/", "block"],
    ["http://127.0.0.1:9/", "block"],
    ["wss://workbench.invalid/", "block"],
    ["file:///etc/passwd", "block"],
    ["chrome://settings/", "block"],
    ["", "block"],
  ])("%s → %s", (url, verdict) => {
    expect(judgeRequest(url, ORIGIN)).toBe(verdict);
  });
});

describe("paths below the renderer folder", () => {
  test.each([
    ["/", "index.html"],
    ["", "index.html"],
    ["/?window=2", "index.html"],
    ["/#/plan/1", "index.html"],
    ["/assets/index-abc_1.js", "assets/index-abc_1.js"],
    ["/../package.json", null],
    ["/assets/..%2f..%2fpackage.json", null],
    ["/assets//x.js", null],
    ["/.env", null],
    ["/assets\\x.js", null],
  ])("%s → %s", (path, expected) => {
    expect(assetPath(ORIGIN + path, ORIGIN)).toBe(expected);
  });
});

describe("answers", () => {
  test("a page carries the policy and its nonce in both places", async () => {
    const answer = await get("/");
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(answer.headers["content-security-policy"]).toContain(`'nonce-${NONCE}'`);
    expect(text(answer.body)).toBe(
      `<meta property="csp-nonce" nonce="${NONCE}"><style nonce="${NONCE}"></style>`,
    );
  });

  test("the policy is the one that was found to leave no way out, word by word", async () => {
    const { headers } = await get("/");
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; script-src 'self'; " +
        `style-src-elem 'self' 'nonce-${NONCE}'; style-src-attr 'unsafe-inline'; ` +
        "img-src 'self' blob: data:; font-src 'self' data:; worker-src 'self'; connect-src 'none'; " +
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
    );
  });

  test("a script carries the policy, its media type and no-store", async () => {
    const { headers } = await get("/assets/index-abc_1.js");
    expect(headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "connection-allowlist": "(response-origin)",
      "cross-origin-resource-policy": "same-origin",
    });
  });

  test.each(["/nothing.js", "/assets/secret.env", "/assets", "/../package.json"])(
    "%s is not found",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test("only reading is allowed", async () => {
    expect((await get("/", "POST")).status).toBe(405);
    const head = await get("/", "HEAD");
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });

  test("a type is never guessed", () => {
    expect(mimeType("a.woff2")).toBe("font/woff2");
    expect(mimeType("a")).toBeNull();
    expect(mimeType("a.constructor")).toBeNull();
  });
});

describe("content security policy", () => {
  test("nothing is allowed that the page does not need", () => {
    const directives = new Map(
      contentSecurityPolicy(NONCE)
        .split("; ")
        .map((directive): [string, string] => {
          const space = directive.indexOf(" ");
          return [directive.slice(0, space), directive.slice(space + 1)];
        }),
    );
    expect(directives.get("default-src")).toBe("'none'");
    expect(directives.get("script-src")).toBe("'self'");
    expect(directives.get("connect-src")).toBe("'none'");
    expect(directives.get("form-action")).toBe("'none'");
    expect(directives.get("base-uri")).toBe("'none'");
    expect(contentSecurityPolicy(NONCE)).not.toContain("unsafe-eval");
  });

  test("a nonce that could end the directive is refused", () => {
    expect(() => contentSecurityPolicy("x'; script-src *; y '")).toThrow();
  });
});
