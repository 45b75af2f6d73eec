import { createSocket } from "node:dgram";
import { createServer, type Server } from "node:net";
import { chromium, type Page } from "playwright-core";
import { startTestShell, testBrowser } from "../main/chromium/browser/start-test-shell.ts";
import { WAYS_OUT, type WayOut } from "./ways-out.ts";

/** How many of the ways out sent something, with our page's policy and flags and without any. */
export interface Leaks {
  readonly ways: number;
  readonly ours: readonly string[];
  readonly control: readonly string[];
}

/** How long a way out may take to be seen, in ms; in the control most take a tenth of it. */
const PATIENCE = 1_500;

/**
 * Tries every way out of a page in the workbench's own shell, and in a browser without policy and flags. In short, the workbench's page tries
 * all at once; else each on a page that was just loaded, too.
 */
export async function countLeaks(short: boolean): Promise<Leaks> {
  return { ways: WAYS_OUT.length, ours: await leaksOfShell(short), control: await leaksWithoutPolicy() };
}

async function leaksOfShell(short: boolean): Promise<readonly string[]> {
  const shell = await startTestShell();
  const load = async () => {
    await shell.page.goto("https://workbench.invalid/");
  };
  try {
    const together = await Promise.all(WAYS_OUT.map((way) => comesOut(shell.page, way)));
    const out = WAYS_OUT.flatMap(({ name }, index) => (together[index] === true ? name : []));
    if (shell.page.url() !== "https://workbench.invalid/#here") out.push(`the page, to ${shell.page.url()}`);
    return short ? out : [...out, ...(await tryAll(shell.page, load))];
  } finally {
    await shell.close();
  }
}

async function leaksWithoutPolicy(): Promise<readonly string[]> {
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    const page = "<!doctype html><html><head></head><body>x</body></html>";
    socket.once("data", () =>
      socket.end(
        `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${page.length}\r\nconnection: close\r\n\r\n${page}`,
      ),
    );
  });
  const port = await listen(server);
  const { path } = await testBrowser();
  const browser = await chromium.launch({ executablePath: path, chromiumSandbox: false });
  try {
    const page = await browser.newPage();
    return await tryAll(page, async () => {
      await page.goto(`http://127.0.0.1:${port}/`);
    });
  } finally {
    await browser.close();
    server.close();
  }
}

/** The names of the ways on which something came out, each tried on a page that was just loaded. */
async function tryAll(page: Page, load: () => Promise<void>): Promise<readonly string[]> {
  const out: string[] = [];
  for (const way of WAYS_OUT) {
    await load();
    if (await comesOut(page, way)) out.push(way.name);
    // Windows that it opened must not stand in the way of the next.
    for (const other of page.context().pages()) if (other !== page) await other.close();
  }
  return out;
}

async function comesOut(page: Page, { go }: WayOut): Promise<boolean> {
  const listener = await listenOnBoth();
  try {
    await page.evaluate(go, `http://127.0.0.1:${listener.port}/x`).catch(() => undefined);
    return await listener.heard;
  } finally {
    listener.close();
  }
}

interface Listener {
  readonly port: number;
  /** Whether anything came, a connection or a datagram, before the patience was at its end. */
  readonly heard: Promise<boolean>;
  readonly close: () => void;
}

/** Listens for TCP and UDP on one port of this machine. */
async function listenOnBoth(): Promise<Listener> {
  const server = createServer();
  const port = await listen(server);
  const datagrams = createSocket("udp4");
  await new Promise<void>((resolve) => {
    datagrams.bind(port, "127.0.0.1", resolve);
  });
  const heard = new Promise<boolean>((resolve) => {
    const patience = setTimeout(() => resolve(false), PATIENCE);
    const hear = () => {
      clearTimeout(patience);
      resolve(true);
    };
    server.on("connection", (socket) => {
      socket.on("error", () => socket.destroy());
      socket.once("data", () => socket.end("HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n"));
      hear();
    });
    datagrams.on("message", hear);
  });
  return {
    port,
    heard,
    close: () => {
      server.close();
      datagrams.close();
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
