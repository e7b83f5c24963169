package rongtong.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void aNewFolderIsFree() {
        assertThatCode(() -> DataDirectory.makeFree(folder.resolve("new"))).doesNotThrowAnyException();
    }

    @Test
    void aFolderBelongsToWhoHoldsItsLock() throws Exception {
        try (var lock = new RandomAccessFile(folder.resolve("epg-lock").toFile(), "rw");
                var held = lock.getChannel().lock()) {
            assertThatExceptionOfType(DataDirectory.InUse.class)
                    .isThrownBy(() -> DataDirectory.makeFree(folder))
                    .withMessageContaining(folder.toString());
        }
        assertThatCode(() -> DataDirectory.makeFree(folder)).doesNotThrowAnyException();
    }

    @Test
    void aProcessThatIsNoDatabaseServerIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("epg-lock"), "");
        Files.writeString(
                folder.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n/data\n");

        assertThatCode(() -> DataDirectory.makeFree(folder)).doesNotThrowAnyException();
    }

    @Test
    void anUnreadableProcessNumberIsPassedOver() throws Exception {
        Files.writeString(folder.resolve("postmaster.pid"), "\n");

        assertThatCode(() -> DataDirectory.makeFree(folder)).doesNotThrowAnyException();
    }
}
