/**
 * Turns a Camunda Form, the JSON that an analyst draws, into questions and checked answers. {@link rongtong.form.Form} is
 * the drawing; {@link rongtong.form.FormModel} holds the answers of one person and says what is visible, what is wrong
 * and what is submitted, the way form-js does; {@code rongtong.form.ui} shows it with Vaadin. Which records a picker
 * offers and where files go is told by other modules, which implement {@link rongtong.form.LookupSource} and
 * {@link rongtong.form.FileStore}.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui"})
@NullMarked
package rongtong.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
