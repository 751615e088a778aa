"""Line icons as paths: on paper they are drawn thousands of times, and a renderer of SVG is slow and wordy there."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPaintDevice, QPaintEngine, QPaintEngineState, QPainter, QPainterPath, QTransform
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from resources import FOLDER

GRID: Final = 24  # the icons are drawn on 24 by 24
METRICS: Final = {
    QPaintDevice.PaintDeviceMetric.PdmWidth: GRID,
    QPaintDevice.PaintDeviceMetric.PdmHeight: GRID,
    QPaintDevice.PaintDeviceMetric.PdmDevicePixelRatioScaled: 0x10000,
    QPaintDevice.PaintDeviceMetric.PdmDevicePixelRatioF_EncodedA: 0x3FF00000,
    QPaintDevice.PaintDeviceMetric.PdmDevicePixelRatioF_EncodedB: 0,
}


@lru_cache(maxsize=256)
def icon_path(name: str, size: int) -> QPainterPath:
    """Return the lines of an icon in a square of some size."""
    collector = _Collector()
    painter = QPainter(collector)
    QSvgRenderer(str(FOLDER / "icons" / f"{name}.svg")).render(painter, QRectF(0, 0, GRID, GRID))
    painter.end()
    return _whole(QTransform.fromScale(size / GRID, size / GRID).map(collector.engine.path))


def _whole(path: QPainterPath) -> QPainterPath:
    """Return a path whose points lie on whole units: a file writes those in a third of the letters."""
    whole = QPainterPath()
    curve: list[QPointF] = []
    for number in range(path.elementCount()):
        element = path.elementAt(number)
        point = QPointF(round(element.x), round(element.y))
        match element.type:
            case QPainterPath.ElementType.MoveToElement:
                whole.moveTo(point)
            case QPainterPath.ElementType.LineToElement:
                whole.lineTo(point)
            case _:
                curve.append(point)
                if len(curve) == 3:
                    whole.cubicTo(*curve)
                    curve = []
    return whole


class _Engine(QPaintEngine):
    """Keeps what is drawn as one path."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.path = QPainterPath()
        self._transform = QTransform()

    @override
    def begin(self, pdev: QPaintDevice) -> bool:
        return True

    @override
    def end(self) -> bool:
        return True

    @override
    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    @override
    def updateState(self, state: QPaintEngineState) -> None:
        self._transform = state.transform()

    @override
    def drawPath(self, path: QPainterPath) -> None:
        self.path.addPath(self._transform.map(path))

    @override
    def drawPixmap(self, *what: object) -> None:
        pass  # an icon has no pictures in it; Qt asks for the method


class _Collector(QPaintDevice):
    def __init__(self) -> None:
        super().__init__()
        self.engine = _Engine()

    @override
    def paintEngine(self) -> QPaintEngine:
        return self.engine

    @override
    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        return METRICS.get(metric, 96)
