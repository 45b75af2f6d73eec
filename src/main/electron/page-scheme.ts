import { randomBytes } from "node:crypto";
import { protocol, type Session } from "electron";
import { answerRequest, type AssetReader } from "../host/asset-response.ts";
import { PAGE_ORIGIN, PAGE_SCHEME } from "./page-origin.ts";

/** Makes `app:` a standard, secure scheme with an origin; Electron takes this only before it is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Answers the page's requests from the built files, with the policy of both shells and a fresh nonce each. */
export function servePage(session: Session, read: AssetReader): void {
  session.protocol.handle(PAGE_SCHEME, async (request) => {
    const nonce = randomBytes(18).toString("base64");
    const answer = await answerRequest(request, PAGE_ORIGIN, read, nonce);
    return new Response(new Uint8Array(answer.body), { status: answer.status, headers: answer.headers });
  });
}
