import { judgeRequest } from "../host/asset-response.ts";
import { PAGE_ORIGIN, PAGE_URL } from "./page-origin.ts";

/** Whether a window may go to an address: only a reload of the page itself; routes inside it never leave the document. */
export function allowsNavigation(url: string): boolean {
  return url.replace(/[?#].*$/s, "") === PAGE_URL;
}

/** Whether a request of the page may go on; everything that is not the page's own is cancelled. */
export function allowsRequest(url: string): boolean {
  return judgeRequest(url, PAGE_ORIGIN) !== "block";
}

const CLIPBOARD = ["clipboard-read", "clipboard-sanitized-write"];

/** Whether the page may do what a browser asks its user about: use the clipboard, which the grid needs, and nothing else. */
export function allowsPermission(permission: string, url: string): boolean {
  return CLIPBOARD.includes(permission) && judgeRequest(url, PAGE_ORIGIN) === "answer";
}

/** Where a call of the bridge came from: the address of the frame, and whether it is a window's main frame. */
export interface CallSender {
  readonly url: string;
  readonly mainFrame: boolean;
}

/** Whether a call may reach the host: only from the page itself, in a main frame; `null` is a frame that is gone. */
export function trustsSender(sender: CallSender | null): boolean {
  return sender !== null && sender.mainFrame && allowsNavigation(sender.url);
}
