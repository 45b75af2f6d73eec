import { useTranslation } from "react-i18next";
import type { PointInTime } from "../../data/history/use-history.ts";
import { formatMoment } from "../../i18n/format-time.ts";
import { entryText } from "../../i18n/history-text.ts";
import { MenuButton } from "../../ui/menu-button.tsx";
import type { MenuEntry } from "../../ui/menu.tsx";
import type { PaneProps } from "./changes-pane.tsx";
import { pointText } from "./point-text.ts";
import { compareInOrder, entriesOfView, type Span } from "./view.ts";

type HeadProps = PaneProps & { readonly span: Span };

/** What the changes are of: an entry with who made it and when, a version, or two points to be chosen. */
export function ChangesHead(props: HeadProps) {
  const { view } = props;
  switch (view.kind) {
    case "entries":
      return <EntriesHead {...props} />;
    case "version":
      return <VersionHead {...props} />;
    case "compare":
      return <CompareHead {...props} />;
  }
}

function EntriesHead({ view, page }: HeadProps) {
  const { t, i18n } = useTranslation(["history", "grid"]);
  const entries = entriesOfView(view, page.entries);
  const [newest] = entries;
  const oldest = entries.at(-1);
  if (newest === undefined || oldest === undefined) return <header className="changes-head" />;
  const title =
    entries.length > 1 ? t("history:timeline.run", { count: entries.length }) : entryText(newest, t);
  const moments = [oldest, newest].map(({ at }) => formatMoment(at, i18n.language));
  const time = [...new Set(moments)].join(" — ");
  return (
    <header className="changes-head">
      <h2>{title}</h2>
      <span className="muted">
        {newest.author === null ? time : t("history:by", { time, author: newest.author })}
      </span>
    </header>
  );
}

function VersionHead({ view, page, versions, span }: HeadProps) {
  const { t, i18n } = useTranslation(["history", "grid"]);
  const version = versions.find(({ seq }) => view.kind === "version" && seq === view.version);
  if (version === undefined) return <header className="changes-head" />;
  const names = { page, versions, locale: i18n.language };
  const time = formatMoment(version.at, i18n.language);
  return (
    <header className="changes-head">
      <h2>
        {pointText(span.from, names, t)} → {version.name}
      </h2>
      <span className="muted">
        {version.author === null ? time : t("history:by", { time, author: version.author })}
      </span>
      {version.note === null ? null : <p className="note">{version.note}</p>}
    </header>
  );
}

function CompareHead({ page, versions, span, onView }: HeadProps) {
  const { t } = useTranslation("history");
  const ends = { page, versions, onView };
  return (
    <header className="changes-head">
      <h2>{t("compare.title")}</h2>
      <span className="muted">{t("point.from")}</span>
      <PointMenu point={span.from} {...ends} onPoint={(from) => compareInOrder(from, span.to)} />
      <span className="muted">{t("point.to")}</span>
      <PointMenu point={span.to} {...ends} onPoint={(to) => compareInOrder(span.from, to)} />
    </header>
  );
}

interface PointMenuProps extends Pick<PaneProps, "page" | "versions" | "onView"> {
  readonly point: PointInTime;
  /** The view when another point is chosen. */
  readonly onPoint: (point: PointInTime) => ReturnType<typeof compareInOrder>;
}

function PointMenu({ point, page, versions, onView, onPoint }: PointMenuProps) {
  const { t } = useTranslation("history");
  const text = usePointText(page, versions);
  const entries = usePointEntries({ page, versions, also: point, chosen: point }, (next) =>
    onView(onPoint(next)),
  );
  return (
    <MenuButton label={t("point.choose")} variant="default" entries={entries}>
      {text(point)}
    </MenuButton>
  );
}

function usePointText(page: PaneProps["page"], versions: PaneProps["versions"]) {
  const { t, i18n } = useTranslation(["history", "grid"]);
  return (point: PointInTime) => pointText(point, { page, versions, locale: i18n.language }, t);
}

interface PointChoice extends Pick<PaneProps, "page" | "versions"> {
  /** A further point that can be chosen: the entry that was looked at. */
  readonly also: PointInTime;
  /** The point in force, where there is one. */
  readonly chosen?: PointInTime;
}

/** A menu of the points that can be compared: now, the versions, the beginning, and one more. */
export function usePointEntries(
  { page, versions, also, chosen }: PointChoice,
  choose: (point: PointInTime) => void,
): readonly MenuEntry[] {
  const text = usePointText(page, versions);
  const points: PointInTime[] = [
    null,
    ...[...versions].reverse().map(({ of }) => of),
    ...(page.first === null ? [] : [page.first]),
    also,
  ];
  return [...new Set(points)].map(
    (point): MenuEntry => ({
      kind: "item",
      id: `point-${point}`,
      label: text(point),
      ...(chosen === undefined ? {} : { checked: point === chosen }),
      run: () => choose(point),
    }),
  );
}
