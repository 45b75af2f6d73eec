import { randomBytes } from "node:crypto";
import type { BrowserContext, Request, Route } from "playwright-core";
import { answerRequest, judgeRequest, type AssetReader } from "#main/host/asset-response.ts";
import { PAGE_ORIGIN } from "./page-origin.ts";

/**
 * Answers every request of the page's origin from the built files and cancels every other one, telling `onBlocked` its address.
 * To be called before the first page of the origin is opened.
 */
export async function servePage(
  context: BrowserContext,
  read: AssetReader,
  onBlocked: (url: string) => void,
): Promise<void> {
  await context.route("**/*", async (route, request) => {
    switch (judgeRequest(request.url(), PAGE_ORIGIN)) {
      case "pass":
        await route.continue();
        return;
      case "block":
        onBlocked(request.url());
        await cancel(route, request);
        return;
      case "answer": {
        const nonce = randomBytes(18).toString("base64");
        const asked = { method: request.method(), url: request.url() };
        const { status, headers, body } = await answerRequest(asked, PAGE_ORIGIN, read, nonce);
        await route.fulfill({ status, headers, body: Buffer.from(body) });
      }
    }
  });
  await context.addInitScript(stayOnOrigin);
  await context.routeWebSocket(/./, async (socket) => {
    onBlocked(socket.url());
    await socket.close();
  });
}

/**
 * Runs in every page: a link or script that leads to another origin does nothing. The browser would refuse the address too,
 * but show an error page in place of the workbench.
 */
function stayOnOrigin(): void {
  const { navigation } = window;
  navigation.addEventListener("navigate", (event) => {
    const own = location.origin === new URL(event.destination.url).origin;
    if (!own && event.cancelable) event.preventDefault();
  });
}

/** An aborted navigation leaves the page where it is; any other failure would put an error page in its place. */
function cancel(route: Route, request: Request): Promise<void> {
  return route.abort(request.isNavigationRequest() ? "aborted" : "blockedbyclient");
}
