/**
 * The origin of the page in this shell. The name can never be registered (RFC 2606), so no server can answer for it;
 * https makes it a secure context; and since no port stands behind it, no other process can claim its data.
 */
export const PAGE_ORIGIN = "https://workbench.invalid";
