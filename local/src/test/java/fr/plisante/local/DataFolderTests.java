package fr.plisante.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.plisante.local.component.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    private Path folder;

    @Test
    void takesItsOwnDataAgain() {
        new DataFolder(folder).require(8080);

        assertThatCode(() -> new DataFolder(folder).require(8080)).doesNotThrowAnyException();
    }

    @Test
    void saysThatDataIsOfAnOlderStateAndHowToBeginAnew() throws IOException {
        Files.writeString(folder.resolve("port-base"), "8080");

        assertThatThrownBy(() -> new DataFolder(folder).require(8080))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("of an older state of Plisanté")
                .hasMessageContaining("./plisante reset");
    }

    @Test
    void refusesOtherPorts() {
        new DataFolder(folder).require(8080);

        assertThatThrownBy(() -> new DataFolder(folder).require(9090))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("PLISANTE_PORT_BASE=8080");
    }
}
