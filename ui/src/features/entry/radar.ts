// The radar's options: axes clockwise from the top, the other way round in Arabic; a missing score leaves a bare axis.
import type { RadarSeriesOption } from 'echarts/charts';
import type { RadarComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

export type RadarOption = ComposeOption<RadarSeriesOption | RadarComponentOption>;

export interface RadarColours {
  line: string;
  text: string;
  baseline: string;
  latest: string;
}

export interface RadarAxes {
  baseline: readonly (number | null)[] | null;
  latest: readonly (number | null)[];
}

const NOTHING = '-';

export function radarOption(axes: RadarAxes, colours: RadarColours, font: string, rtl: boolean): RadarOption {
  const values = (scores: readonly (number | null)[]) => scores.map((score) => score ?? NOTHING) as number[];
  const shape = (scores: readonly (number | null)[], style: Partial<RadarSeriesOption>): RadarSeriesOption => ({
    type: 'radar',
    silent: true,
    animation: false,
    symbol: 'none',
    data: [{ value: values(scores) }],
    ...style,
  });
  // Dots mark scores alone: one shape for each, so that a bare axis has none.
  const dots = axes.latest.flatMap((score, at) =>
    score === null ? [] : [{ value: axes.latest.map((_, other) => (other === at ? score : NOTHING)) as number[] }],
  );
  const series: RadarSeriesOption[] = [
    shape(axes.latest, {
      lineStyle: { color: colours.latest, width: 2 },
      areaStyle: { color: colours.latest, opacity: 0.16 },
    }),
    shape([], { data: dots, symbol: 'circle', symbolSize: 5, itemStyle: { color: colours.latest }, lineStyle: { width: 0 }, z: 4 }),
  ];
  if (axes.baseline)
    series.unshift(shape(axes.baseline, { lineStyle: { color: colours.baseline, width: 1.6, type: [4, 3] } }));
  return {
    animation: false,
    radar: {
      clockwise: !rtl,
      startAngle: 90,
      radius: 84,
      splitNumber: 4,
      indicator: axes.latest.map((_, at) => ({ name: String(at + 1), min: 0, max: 100 })),
      axisName: { color: colours.text, fontSize: 12, fontWeight: 500, fontFamily: font },
      axisNameGap: 8,
      axisLine: { lineStyle: { color: colours.line } },
      splitLine: { lineStyle: { color: colours.line } },
      splitArea: { show: false },
    },
    series,
  };
}
