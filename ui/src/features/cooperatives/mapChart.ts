// The library that draws the map and the provinces' outlines, in a chunk of their own.
import { MapChart, type MapSeriesOption } from 'echarts/charts';
import { GeoComponent } from 'echarts/components';
import { type ComposeOption, init, registerMap, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

import outlines from './souss-massa.geo.json';

use([MapChart, GeoComponent, SVGRenderer]);
registerMap('region', outlines as unknown as Parameters<typeof registerMap>[1] & object);

export type MapOption = ComposeOption<MapSeriesOption>;
export { init };
