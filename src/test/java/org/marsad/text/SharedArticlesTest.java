package org.marsad.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On articles of other people's that may lie beside the checkout; skipped where they do not. */
class SharedArticlesTest {
    private static String read(String name) throws IOException {
        var directory = Path.of(System.getProperty("marsad.shared", "../shared"), "articles");
        assumeTrue(Files.isDirectory(directory), "no articles in " + directory);
        return Files.readString(directory.resolve(name));
    }

    @ParameterizedTest
    @CsvSource({
        "001_3ceb2da326400ac5.txt,",
        "002_65fd539447685e1b.txt,",
        "003_f4c37b1cbf38be07.txt, 2024-11-06",
        "004_888ef37614580d59.txt, 2025-12-21",
    })
    void findsOneArticleAndItsDate(String name, @Nullable LocalDate published) throws IOException {
        var text = read(name);
        assertThat(Articles.split(SourceDocument.of(name, text)))
                .singleElement()
                .satisfies(article -> {
                    assertThat(article.published()).isEqualTo(published);
                    assertThat(article.language()).isEqualTo(Language.AR);
                    assertThat(body(text, article)).doesNotContain("تعليق", "الحقول الإلزامية", "عدم الإساءة");
                });
    }

    @Test
    void findsTwoArticlesInOnePage() throws IOException {
        var text = read("000_66fb13d639078cfd.txt");
        var articles = Articles.split(SourceDocument.of("000", text));
        assertThat(articles).hasSize(2);
        assertThat(articles.getFirst().published()).isEqualTo(LocalDate.of(2024, 11, 4));
        assertThat(articles.getLast().published()).isNull();
        assertThat(articles.getLast().title()).startsWith("مكافحة الإرهاب في الساحل.. بين الضرورات");
        assertThat(body(text, articles.getLast())).doesNotContain("تابع أحدث", "كلمات دلالية");
        assertThat(body(text, articles.getFirst())).doesNotContain("كلمات دلالية", "الساحل", "المصدر كونا");
    }

    private static String body(String text, ArticleText article) {
        return String.join(
                "\n", article.body().stream().map(span -> span.in(text)).toList());
    }
}
