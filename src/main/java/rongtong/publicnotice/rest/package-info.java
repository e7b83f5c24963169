/** Public notices for programs: read and object without login. */
@NullMarked
package rongtong.publicnotice.rest;

import org.jspecify.annotations.NullMarked;
