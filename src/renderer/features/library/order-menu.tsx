import { useTranslation } from "react-i18next";
import { MenuButton } from "../../ui/menu-button.tsx";
import { ORDERS, type Order } from "./library-query.ts";

/** Chooses the order of the library. */
export function OrderMenu(props: { readonly order: Order; readonly onChange: (order: Order) => void }) {
  const { t } = useTranslation("library");
  const label = t("sort.label", { order: t(`sort.${props.order}`) });
  return (
    <MenuButton
      label={label}
      entries={ORDERS.map((order) => ({
        kind: "item",
        id: order,
        label: t(`sort.${order}`),
        checked: order === props.order,
        run: () => props.onChange(order),
      }))}
    >
      {label}
    </MenuButton>
  );
}
