import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { MenuButton } from "../../ui/menu-button.tsx";
import { FILL_KINDS, GAP_SHAPE_NAMES } from "./fill-cells.ts";
import type { GridWords } from "./printed-cell.ts";
import type { FillOffer, Filling } from "./use-fill.ts";

interface FillMenuProps {
  readonly ref: RefObject<HTMLSpanElement | null>;
  readonly filling: Filling;
  /** Gives the focus back to the grid. */
  readonly onChosen: () => void;
}

/** How what was filled could be filled otherwise, or the paths that fill the years between; nothing without an offer. */
export function FillMenu({ ref, filling, onChosen }: FillMenuProps) {
  const { t } = useTranslation("grid");
  const { offer } = filling;
  if (offer === null) return null;
  const entries = choices(offer, filling, t).map(({ id, label, checked, run }) => ({
    ...({ kind: "item", id, label, checked } as const),
    run: () => {
      run();
      onChosen();
    },
  }));
  const series = offer.kind === "series";
  return (
    <span ref={ref} className="fill-menu">
      <MenuButton label={t(series ? "fill.series" : "fill.gaps")} entries={entries} end>
        {t(series ? "fill.menu" : "fill.gaps")}
      </MenuButton>
    </span>
  );
}

interface FillChoice {
  readonly id: string;
  readonly label: string;
  readonly checked: boolean;
  readonly run: () => void;
}

function choices(offer: FillOffer, filling: Filling, words: GridWords): readonly FillChoice[] {
  if (offer.kind === "series") {
    return FILL_KINDS.map((kind) => ({
      id: kind,
      label: words(`fill.kinds.${kind}`),
      checked: kind === offer.chosen,
      run: () => filling.carryAs(offer.fills, kind),
    }));
  }
  return GAP_SHAPE_NAMES.map((shape) => ({
    id: shape,
    label: words(`fill.shapes.${shape}`),
    checked: shape === offer.chosen,
    run: () => filling.fillGaps(offer.rect, offer.cells, shape),
  }));
}
