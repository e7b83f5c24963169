package rongtong.notice.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import rongtong.identity.CurrentUser;
import rongtong.notice.NoticeBox;
import rongtong.ui.FramePart;

/** Hangs the bell into the frame of those who are logged in. */
@org.springframework.stereotype.Component
class BellInFrame implements FramePart {

    private final NoticeBox box;
    private final CurrentUser user;

    BellInFrame(NoticeBox box, CurrentUser user) {
        this.box = box;
        this.user = user;
    }

    @Override
    public Optional<Component> create() {
        return user.isPresent() ? Optional.of(new NoticeBell(box)) : Optional.empty();
    }
}
