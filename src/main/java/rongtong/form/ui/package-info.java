/** Shows forms with Vaadin: a {@link rongtong.form.ui.FormView} for each, made by {@link rongtong.form.ui.FormViews}. */
@NamedInterface("ui")
@NullMarked
package rongtong.form.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
