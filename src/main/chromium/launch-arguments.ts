/** What the start of the browser depends on. */
export interface LaunchChoice {
  readonly headless: boolean;
  readonly locale: string;
  /** The page may not be isolated from the machine by the system's means (root, or a kernel without user namespaces). */
  readonly withoutSandbox: boolean;
  /** The browser remembers its windows' sizes in the profile; a fresh profile has none yet. */
  readonly freshProfile: boolean;
}

/** The start page of the window until the shell can answer requests; a page of our origin would show an error first. */
// Only plain ASCII: with any other address the browser opens a window with tabs and an address bar instead.
const WAITING_PAGE = `data:text/html,${encodeURIComponent(
  "<title>五年</title><style>html{background:Canvas;color-scheme:light dark}</style>",
)}`;

/** Arguments of the driver's own that a planner's window must not have: its extra tab and its “controlled by software” bar. */
export const DROPPED_ARGUMENTS: readonly string[] = ["about:blank", "--enable-automation"];

/**
 * The browser's arguments: an app window, and nothing that talks to a network. Every request that is not answered from
 * the built files ends at a proxy that does not exist, every name lookup fails, and WebRTC may not go round the proxy.
 */
export function launchArguments({
  headless,
  locale,
  withoutSandbox,
  freshProfile,
}: LaunchChoice): readonly string[] {
  return [
    ...(headless ? [] : [`--app=${WAITING_PAGE}`]),
    ...(freshProfile && !headless ? ["--window-size=1366,820"] : []),
    // Without it the window says that it runs unprotected, in a bar that the planner cannot do anything about.
    ...(withoutSandbox ? ["--test-type"] : []),
    `--lang=${locale}`,
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--dns-prefetch-disable",
    "--no-pings",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-service-autorun",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--disable-infobars",
    "--hide-crash-restore-bubble",
    "--metrics-recording-only",
  ];
}

/** Settings of a fresh profile: no offers to keep passwords, addresses or cards, to translate, or to look things up. */
export const FIRST_PREFERENCES = {
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
  profile: { password_manager_enabled: false },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  translate: { enabled: false },
  safebrowsing: { enabled: false },
  search: { suggest_enabled: false },
  alternate_error_pages: { enabled: false },
  browser: { enable_spellchecking: false, has_seen_welcome_page: true },
  dns_prefetching: { enabled: false },
} as const;
