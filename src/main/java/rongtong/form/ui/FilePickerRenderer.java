package rongtong.form.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadMetadata;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import rongtong.form.FieldInstance;
import rongtong.form.FileStore;
import rongtong.shared.RuleViolation;
import rongtong.ui.Formats;

/** Renders {@code filepicker}. The answer is the list of the attachments' ids. */
class FilePickerRenderer implements FieldRenderer {

    @Override
    public String type() {
        return "filepicker";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        return new Files(instance, canvas);
    }

    private static final class Files implements Shown {

        private final FieldInstance instance;
        private final Canvas canvas;
        private final Div label = new Div();
        private final Div helper = new Div();
        private final Div list = new Div();
        private final Upload upload;
        private final Button browse;
        private final Div error = new Div();
        private final Div frame = new Div();

        private Files(FieldInstance instance, Canvas canvas) {
            this.instance = instance;
            this.canvas = canvas;
            this.browse = new Button(canvas.say("form.ui.upload"), VaadinIcon.UPLOAD_ALT.create());
            this.upload = new Upload(UploadHandler.inMemory(this::store));
            label.addClassName("form-files-name");
            helper.addClassName("form-files-helper");
            list.addClassName("form-files-list");
            error.addClassName("form-files-error");
            error.getElement().setAttribute("role", "alert");
            frame.addClassName("form-files");
            upload.setUploadButton(browse);
            upload.setDropLabel(new Span(canvas.say("form.ui.drop")));
            upload.setI18n(words());
            upload.addFileRejectedListener(event -> say(event.getErrorMessage()));
            upload.addAllFinishedListener(event -> upload.clearFileList());
            var accepted = canvas.model().line(instance, "accept");
            if (!accepted.isEmpty()) {
                upload.setAcceptedFileTypes(
                        Stream.of(accepted.split(",")).map(String::strip).toArray(String[]::new));
            }
            frame.add(label, list, upload, helper, error);
        }

        private UploadI18N words() {
            var errors = new UploadI18N.Error();
            errors.setTooManyFiles(canvas.say("form.ui.upload.too-many"));
            errors.setFileIsTooBig(canvas.say("form.ui.upload.too-big"));
            errors.setIncorrectFileType(canvas.say("form.ui.upload.wrong-type"));
            return new UploadI18N().setError(errors);
        }

        @Override
        public Component component() {
            return frame;
        }

        @Override
        public void follow() {
            var model = canvas.model();
            var mayChange = !model.isReadonly(instance) && !model.isDisabled(instance);
            label.setText(model.label(instance));
            label.setClassName("form-required", instance.field().isRequired() && mayChange);
            helper.setText(model.line(instance, "description"));
            helper.setVisible(mayChange && !helper.getText().isEmpty());
            upload.setVisible(
                    mayChange && canvas.references().files().isPresent() && (isMultiple() || ids().isEmpty()));
            list.removeAll();
            ids().forEach(id -> list.add(file(id, mayChange)));
            if (ids().isEmpty() && !mayChange) {
                list.add(new Span(Answers.text(null)));
            }
        }

        private boolean isMultiple() {
            return Boolean.TRUE.equals(canvas.model().evaluated(instance, "multiple"));
        }

        private List<String> ids() {
            return canvas.model().value(instance) instanceof List<?> ids
                    ? ids.stream().map(String::valueOf).toList()
                    : List.of();
        }

        private Component file(String id, boolean mayRemove) {
            var line = new Div(VaadinIcon.FILE_TEXT_O.create());
            line.addClassName("form-file");
            canvas.references()
                    .files()
                    .flatMap(store -> store.find(id))
                    .ifPresentOrElse(
                            file -> line.add(link(file), new Span(Formats.size(file.size()))),
                            () -> line.add(new Span(canvas.say("form.ui.file-gone"))));
            if (mayRemove) {
                var remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> remove(id));
                remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
                remove.setAriaLabel(canvas.say("form.ui.file.remove"));
                line.add(remove);
            }
            return line;
        }

        private static Anchor link(FileStore.StoredFile file) {
            return new Anchor(file.address(), file.name(), AnchorTarget.BLANK);
        }

        private void store(UploadMetadata file, byte[] content) {
            try {
                var store = canvas.references().files().orElseThrow();
                var type = Objects.requireNonNullElse(file.contentType(), "application/octet-stream");
                add(store.store(file.fileName(), type, new ByteArrayInputStream(content)));
            } catch (RuleViolation refused) {
                upload.clearFileList();
                say(canvas.say(refused.explanation()));
            }
        }

        private void add(String id) {
            var ids = new ArrayList<>(ids());
            ids.add(id);
            canvas.change(instance, () -> canvas.model().set(instance, ids));
        }

        private void remove(String id) {
            var left = ids().stream().filter(each -> !each.equals(id)).toList();
            canvas.change(instance, () -> canvas.model().set(instance, left));
            browse.focus();
        }

        @Override
        public void say(String words) {
            error.setText(words);
            error.setVisible(!words.isEmpty());
        }

        @Override
        public void focus() {
            frame.scrollIntoView();
            browse.focus();
        }
    }
}
