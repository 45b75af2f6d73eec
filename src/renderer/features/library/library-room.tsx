import "./library.css";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCurrentPlan } from "../../data/current-plan.ts";
import type { LibraryEntry } from "../../data/library-entry.ts";
import { useLibrary } from "../../data/use-workbench.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Room } from "../../ui/room.tsx";
import { FacetPanel } from "./facet-panel.tsx";
import { EVERYTHING, type Order } from "./library-query.ts";
import { LibraryStatus } from "./library-status.tsx";
import { bundledTotals } from "./library-totals.ts";
import { OrderMenu } from "./order-menu.tsx";
import { PlanList } from "./plan-list.tsx";
import { PlanPanel } from "./plan-panel.tsx";
import { useLibraryRows } from "./use-library-rows.ts";
import { type PlanDeeds, usePlanDeeds } from "./use-plan-deeds.ts";

/** All plans with what they hold: find one, open it, or start from it. */
export function LibraryRoom() {
  const library = useLibrary();
  return library === undefined ? null : <LoadedLibrary library={library} />;
}

function LoadedLibrary({ library }: { readonly library: readonly LibraryEntry[] }) {
  const { t } = useTranslation("library");
  const [query, setQuery] = useState(EVERYTHING);
  const [order, setOrder] = useState<Order>("period");
  const { rows, shown } = useLibraryRows(library, query, order);
  const selected = useSelection(library, shown);
  const deeds = usePlanDeeds();
  useLibraryIsReady();
  const clear = () => setQuery(EVERYTHING);
  const totals = bundledTotals(library);
  const targets = library.reduce((sum, { targetCount }) => sum + targetCount, 0);
  return (
    <Room
      title={t("title")}
      lead={<span className="muted">{t("lead", { plans: library.length, targets })}</span>}
      toolbar={<OrderMenu order={order} onChange={setOrder} />}
      actions={<NextPlanButton selected={selected} deeds={deeds} />}
      notice={<DeedNotice deeds={deeds} />}
      panel={<PlanPanel selected={selected} library={library} deeds={deeds} />}
      status={
        <LibraryStatus
          plans={library.length}
          bundled={library.filter(({ origin }) => origin === "bundled").length}
          shown={shown.length}
          selected={selected === undefined ? 0 : 1}
        />
      }
      data={totals}
    >
      <div className="library">
        <FacetPanel rows={rows} query={query} onChange={setQuery} onClear={clear} />
        <PlanList library={library} shown={shown} selected={selected} deeds={deeds} onClear={clear} />
      </div>
    </Room>
  );
}

/** The current plan; the first one that is shown becomes it when there is none. */
function useSelection(
  library: readonly LibraryEntry[],
  shown: readonly LibraryEntry[],
): LibraryEntry | undefined {
  const { planId, choose } = useCurrentPlan();
  const selected = library.find(({ id }) => id === planId);
  const first = shown[0]?.id;
  useEffect(() => {
    if (selected === undefined && first !== undefined) choose(first);
  }, [selected, first, choose]);
  return selected;
}

/** Marks the page as usable once the plans are on it in their own letters. */
function useLibraryIsReady(): void {
  const { t } = useTranslation(["library", "shell"]);
  useEffect(() => {
    document.title = `${t("library:title")} · ${t("shell:product")}`;
    void document.fonts.ready.then(() => {
      document.documentElement.dataset["ready"] = "library";
    });
  }, [t]);
}

interface DeedProps {
  readonly selected: LibraryEntry | undefined;
  readonly deeds: PlanDeeds;
}

function NextPlanButton({ selected, deeds }: DeedProps) {
  const { t } = useTranslation("library");
  return (
    <Button
      variant="primary"
      icon="plus"
      disabledReason={selected === undefined ? t("panel.none") : undefined}
      onClick={() => selected !== undefined && deeds.next(selected.id)}
    >
      {t("panel.next")}
    </Button>
  );
}

function DeedNotice({ deeds }: { readonly deeds: PlanDeeds }) {
  const { t } = useTranslation();
  if (deeds.notice === null) return null;
  const { tone, text } = deeds.notice;
  return <Notice tone={tone} title={text} dismiss={{ label: t("dismiss"), onDismiss: deeds.dismiss }} />;
}
