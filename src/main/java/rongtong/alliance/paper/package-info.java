/** The papers of a founding: minutes, ballot records, charters. They are written in Chinese, whoever clicks. */
@NullMarked
package rongtong.alliance.paper;

import org.jspecify.annotations.NullMarked;
