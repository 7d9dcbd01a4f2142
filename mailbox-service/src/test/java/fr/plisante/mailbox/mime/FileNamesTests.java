package fr.plisante.mailbox.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTests {

    @ParameterizedTest
    @CsvSource({
        "compte-rendu.pdf, compte-rendu.pdf",
        "../../etc/passwd, passwd",
        "C:\\dossier\\été.pdf, été.pdf",
        "rapport\u202egpj.exe, rapportgpj.exe",
        "مستند.pdf, مستند.pdf",
        "a\u0007b.txt, ab.txt",
        "dossier/, fichier",
        ".., fichier",
    })
    void showsNamesHarmlessly(String name, String shown) {
        assertThat(FileNames.shown(name)).isEqualTo(shown);
    }
}
