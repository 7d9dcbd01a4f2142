package fr.plisante.mailbox.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageHtmlTests {

    private static final Set<String> HARMLESS = Set.of("href", "style", "target", "rel", "color", "colspan", "rowspan");

    /** Vectors of OWASP's XSS filter evasion cheat sheet, one a paragraph. */
    static Stream<String> cheatSheet() throws IOException {
        try (var in = MessageHtmlTests.class.getResourceAsStream("xss-cheat-sheet.txt")) {
            return Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n"));
        }
    }

    @ParameterizedTest
    @MethodSource("cheatSheet")
    void leavesNothingThatRuns(String attack) {
        var clean = MessageHtml.clean(attack);

        var body = Jsoup.parse(clean).getAllElements();
        assertThat(
                        body.select(
                                "script,iframe,object,embed,applet,form,input,button,svg,math,meta,link,base,style,img,video,audio,frame,frameset,template,noscript,xml,layer,bgsound"))
                .isEmpty();
        for (var element : body) {
            for (var attribute : element.attributes()) {
                assertThat(attribute.getKey()).isIn(HARMLESS);
                var value = attribute.getValue().toLowerCase();
                assertThat(value.replaceAll("[\\s\\p{Cntrl}]", ""))
                        .doesNotContain(
                                "javascript:", "vbscript:", "data:", "expression(", "url(", "@import", "behavior");
                if (attribute.getKey().equals("href")) {
                    assertThat(value).matches("(https?://|mailto:).*");
                }
                if (attribute.getKey().equals("style")) {
                    assertThat(value)
                            .matches(
                                    "((color|background-color|text-decoration|font-weight|font-style|text-align):[#a-z0-9(), .%-]+;?)*");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cheatSheet")
    void changesNothingMoreTheSecondTime(String attack) {
        var clean = MessageHtml.clean(attack);

        assertThat(MessageHtml.clean(clean)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a <b>b</b> <strong>b</strong> <i>i</i> <em>i</em> <u>u</u> <s>s</s></p>",
                "<ul><li>un</li><li>deux</li></ul><ol><li>un</li></ol>",
                "<blockquote><p>cité</p></blockquote>",
                "<span style=\"color:#ff0000\">rouge</span>",
                "<span style=\"background-color:#ffff00\">surligné</span>",
                "<table><thead><tr><th colspan=\"2\">Ionogramme</th></tr></thead><tbody><tr><td rowspan=\"2\">Na</td><td>140</td></tr><tr><td>138</td></tr></tbody></table>",
                "<p>été 😀 مرحبا</p>"
            })
    void keepsWhatPeopleWrite(String html) {
        assertThat(Jsoup.parse(MessageHtml.clean(html)).body().html())
                .isEqualTo(Jsoup.parse(html).body().html());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "-1", "2em", "99999999999", "1;x"})
    void letsNoCellSpanThePage(String span) {
        assertThat(MessageHtml.clean("<table><tr><td colspan=\"" + span + "\">a</td></tr></table>"))
                .contains("<td>a</td>");
    }

    @Test
    void keepsNothingElseOfATable() {
        assertThat(MessageHtml.clean(
                        "<table background=\"x\" onclick=\"x()\" width=\"9999\"><tr style=\"position:fixed\">"
                                + "<td bgcolor=\"red\" background=\"http://x\" headers=\"x\">a</td></tr></table>"))
                .doesNotContain("background", "onclick", "width", "position", "bgcolor", "headers")
                .contains("<td>a</td>");
    }

    @Test
    void opensLinksElsewhereAndTellsThemNothing() {
        var link = Jsoup.parse(MessageHtml.clean("<a href=\"https://exemple.example/?a=1&b=2\" rel=\"opener\">x</a>"))
                .selectFirst("a");

        assertThat(link.attr("href")).isEqualTo("https://exemple.example/?a=1&b=2");
        assertThat(link.attr("target")).isEqualTo("_blank");
        assertThat(link.attr("rel").split(" ")).containsExactlyInAnyOrder("noopener", "noreferrer");
    }

    @Test
    void refusesMessagesBeyondTheLimit() {
        assertThatThrownBy(() -> MessageHtml.clean("a".repeat(MessageHtml.MAX_LENGTH + 1)))
                .hasMessageContaining("text-too-long");
        assertThatThrownBy(() -> MessageHtml.clean("=".repeat(MessageHtml.MAX_LENGTH / 2)))
                .hasMessageContaining("text-too-long");
    }
}
