package rongtong.document.print;

import java.awt.geom.GeneralPath;

/**
 * What one character looks like.
 *
 * @param advance how far the next one stands, in units of the font
 * @param outline in units of the font, the base line at 0
 */
record Glyph(int advance, GeneralPath outline) {}
