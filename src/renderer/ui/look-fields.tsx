import { useTranslation } from "react-i18next";
import { type ChartLook, PALETTE_NAMES } from "#core/report/chart-look.ts";
import { SelectField } from "./designer-field.tsx";

interface LookFieldsProps {
  readonly look: Pick<ChartLook, "size" | "palette">;
  /** The sizes that the chart can have; 整栏 stands for one that it cannot. */
  readonly sizes: readonly ChartLook["size"][];
  readonly onChange: (part: Partial<ChartLook>) => void;
}

/** Size by use and colours of a chart, as the designer and the report offer them. */
export function LookFields({ look: { size, palette }, sizes, onChange }: LookFieldsProps) {
  const { t } = useTranslation(["gallery", "charts"]);
  return (
    <>
      <SelectField
        label={t("gallery:size")}
        value={sizes.includes(size) ? size : "full"}
        options={sizes.map((value) => ({ value, label: t(`charts:sizes.${value}`) }))}
        onChange={(chosen) => onChange({ size: chosen })}
      />
      <SelectField
        label={t("gallery:palette")}
        value={palette}
        options={PALETTE_NAMES.map((value) => ({ value, label: t(`gallery:palettes.${value}`) }))}
        onChange={(chosen) => onChange({ palette: chosen })}
      />
    </>
  );
}
