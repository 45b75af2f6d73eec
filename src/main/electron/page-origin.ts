/** The scheme that the page is served under; with a fixed host, so that the database is the same after every update. */
export const PAGE_SCHEME = "app";

/** The page's origin in Electron. */
export const PAGE_ORIGIN = `${PAGE_SCHEME}://workbench`;

/** The address that a window loads. */
export const PAGE_URL = `${PAGE_ORIGIN}/`;
