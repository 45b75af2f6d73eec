import { createServer, type Server } from "node:net";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM_BINDING } from "#bridge/chromium-binding.ts";
import { bindBridge } from "#main/chromium/bind-bridge.ts";
import type { ChromiumShell } from "#main/chromium/start-chromium-shell.ts";
import { removeMachines, startTestShell, testBrowser } from "./start-test-shell.ts";

let shell: ChromiumShell;
let server: Server;
let connections = 0;
let outside = "";

beforeAll(async () => {
  server = createServer((socket) => {
    connections += 1;
    socket.end("HTTP/1.1 200 OK\r\ncontent-length: 0\r\naccess-control-allow-origin: *\r\n\r\n");
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  outside = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  shell = await startTestShell();
});

afterAll(async () => {
  await shell.close();
  server.close();
  await removeMachines();
});

describe("the page", () => {
  test("is a secure context of its own origin, styled by its nonce", async () => {
    const seen = await shell.page.evaluate(() => ({
      origin: location.origin,
      secure: isSecureContext,
      color: getComputedStyle(document.body).color,
      ready: document.documentElement.dataset["ready"],
    }));
    expect(seen).toEqual({
      origin: "https://workbench.invalid",
      secure: true,
      color: "rgb(1, 2, 3)",
      ready: "library",
    });
  });

  test("gets another nonce at every load", async () => {
    const nonces: unknown[] = [];
    for (let load = 0; load < 2; load += 1) {
      const answer = await shell.page.reload();
      nonces.push(/'nonce-([^']+)'/.exec(answer?.headers()["content-security-policy"] ?? "")?.[1]);
    }
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{24}$/);
    expect(nonces[1]).not.toBe(nonces[0]);
  });

  test("runs no script that was not built: neither inline nor from text", async () => {
    const ran = await shell.page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'inline ran'";
      document.body.append(script);
      document.body.insertAdjacentHTML(
        "beforeend",
        `<img src="data:," onerror="document.title = 'handler ran'">`,
      );
      return document.title;
    });
    expect(ran).toBe("契约");
  });

  test("has no service worker, no camera and no place", async () => {
    const states = await shell.page.evaluate(async () => {
      const names = ["geolocation", "camera", "microphone", "notifications"] as const;
      const queried = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
      return queried.map(({ state }) => state);
    });
    expect(states).toEqual(["denied", "denied", "denied", "denied"]);
  });
});

describe("ways out", () => {
  test("none of the usual ones makes a connection, and the page stays", async () => {
    await shell.page.evaluate(async (target) => {
      const element = (name: string, attributes: Readonly<Record<string, string>>) => {
        const made = document.createElement(name);
        for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
        document.body.append(made);
        return made;
      };
      await fetch(target).catch(() => null);
      await new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.onloadend = resolve;
        request.open("GET", target);
        request.send();
      });
      navigator.sendBeacon(target, "x");
      element("img", { src: `${target}/i.png` });
      element("link", { rel: "stylesheet", href: `${target}/s.css` });
      element("link", { rel: "preconnect", href: target });
      element("link", { rel: "prefetch", href: `${target}/p` });
      element("iframe", { src: `${target}/f` });
      element("script", { src: `${target}/s.js` });
      element("video", { src: `${target}/v` });
      try {
        new WebSocket(target.replace("http", "ws"));
      } catch {
        // Refused at once is refused too.
      }
      element("a", { href: `${target}/link` }).click();
      element("a", { href: `${target}/blank`, target: "_blank" }).click();
      element("a", { href: `${target}/save`, download: "x" }).click();
      const form = document.createElement("form");
      form.action = `${target}/form`;
      document.body.append(form);
      form.submit();
      window.open(`${target}/popup`);
      location.href = `${target}/go`;
    }, outside);
    await shell.page.waitForFunction(() => document.readyState === "complete");
    await expect.poll(() => shell.context.pages().length).toBe(1);
    expect(shell.page.url()).toBe("https://workbench.invalid/");
    expect(connections).toBe(0);
  });

  test("a plain browser does reach the same address, so that the test above can fail", async () => {
    const response = await fetch(outside);
    expect([response.status, connections]).toEqual([200, 1]);
  });
});

describe("who may call the host", () => {
  const asking = async (binding: string) => {
    const bound: unknown = Reflect.get(window, binding);
    return typeof bound === "function"
      ? ((await Reflect.apply(bound, undefined, ["capabilities"])) as unknown)
      : null;
  };

  test("a frame inside the page is refused", async () => {
    const reply = await shell.page.evaluate(async (binding) => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      const bound: unknown = frame.contentWindow === null ? null : Reflect.get(frame.contentWindow, binding);
      if (typeof bound !== "function") return "no binding";
      return (await Reflect.apply(bound, undefined, ["capabilities"])) as unknown;
    }, CHROMIUM_BINDING);
    expect(reply).toMatchObject({ ok: false, code: "bad-sender" });
  });

  test.each([
    ["https://elsewhere.example/", "bad-sender"],
    ["https://workbench.invalid.example/", "bad-sender"],
    ["http://workbench.invalid/", "bad-sender"],
    ["https://workbench.invalid:444/", "bad-sender"],
    ["about:blank", "bad-sender"],
    ["https://workbench.invalid/", "unsupported"],
  ])("a page at %s gets %s", async (url, code) => {
    const { path } = await testBrowser();
    const browser = await chromium.launch({ executablePath: path, chromiumSandbox: false });
    const context = await browser.newContext();
    await context.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: "<p>x</p>" }));
    await bindBridge(
      context,
      {
        ...shell.host.bridge,
        capabilities: () => Promise.resolve({ ok: false, code: "unsupported", message: "" }),
      },
      (error) => expect.fail(String(error)),
    );
    const page = await context.newPage();
    await page.goto(url);
    expect(await page.evaluate(asking, CHROMIUM_BINDING)).toMatchObject({ ok: false, code });
    await browser.close();
  });
});

describe("windows", () => {
  test("a second one shows the same page and cannot reach into the first; the run ends with the last", async () => {
    const other = await startTestShell();
    const opened = other.context.waitForEvent("page");
    expect(await other.host.bridge.openWindow()).toEqual({ ok: true, value: null });
    const second = await opened;
    await second.waitForLoadState();
    const seen = await second.evaluate(() => ({
      ready: document.documentElement.dataset["ready"],
      alone: window.opener === null,
    }));
    expect(seen).toEqual({ ready: "library", alone: true });
    await other.page.close();
    expect(await other.host.bridge.readSettings()).toMatchObject({ ok: true });
    await second.close();
    await other.ended;
  });
});
