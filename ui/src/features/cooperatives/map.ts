// The map's options: each province with how many there are, those that are chosen standing out.
import type { MapOption } from './mapChart';

export type MapColours = { land: string; border: string; chosen: string; edge: string; text: string };
export type Counted = { code: string; label: string; count: number };

/** Breadth of a degree of longitude against one of latitude at the region's middle. */
const ASPECT = 0.867;

/** A prefecture on the coast that is smaller than its number: this stands before it, in the sea. Pixels. */
const BESIDE: Record<string, [number, number]> = { '273': [-20, 2] };

export function mapOption(provinces: readonly Counted[], chosen: readonly string[], colours: MapColours, font: string): MapOption {
  const stands = (code: string) => chosen.includes(code) || chosen.length === 0;
  return {
    animation: false,
    series: [
      {
        type: 'map',
        map: 'region',
        nameProperty: 'code',
        aspectScale: ASPECT,
        selectedMode: false,
        top: 4,
        bottom: 4,
        left: 4,
        right: 4,
        emphasis: { label: { color: colours.text }, itemStyle: { areaColor: colours.chosen, borderColor: colours.edge } },
        data: provinces.map(({ code, count }) => {
          const on = count > 0 && stands(code);
          return {
            name: code,
            value: count,
            label: { show: count > 0, formatter: String(count), color: colours.text, fontFamily: font, fontSize: 13, fontWeight: 600, offset: BESIDE[code] ?? [0, 0] },
            itemStyle: { areaColor: on ? colours.chosen : colours.land, borderColor: on ? colours.edge : colours.border, borderWidth: on ? 1.2 : 1 },
          };
        }),
      },
    ],
  };
}
