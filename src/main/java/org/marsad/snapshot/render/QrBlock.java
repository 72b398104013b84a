package org.marsad.snapshot.render;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** An address as squares that a phone reads. */
final class QrBlock {
    private QrBlock() {}

    /** Nothing where the address is too long for such a code. */
    static void draw(Canvas canvas, String address, Rectangle2D box) {
        QrCode code;
        try {
            code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        } catch (DataTooLongException tooLong) {
            return;
        }
        double side = box.getWidth() / code.size;
        var path = new Path2D.Double();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (!code.getModule(x, y)) {
                    continue;
                }
                int end = x;
                while (end + 1 < code.size && code.getModule(end + 1, y)) {
                    end++;
                }
                path.append(
                        new Rectangle2D.Double(
                                box.getMinX() + x * side, box.getMinY() + y * side, (end + 1 - x) * side, side),
                        false);
                x = end;
            }
        }
        canvas.fill(path, Palette.INK);
    }
}
