package noroshi.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.ZipFile;
import noroshi.publishing.MediaCheck.Found;

/** Which office document a ZIP is. Only its table of contents is read: nothing is unpacked. */
final class OfficeDocumentCheck {

    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    private OfficeDocumentCheck() {}

    static Found look(byte[] content) {
        try {
            var file = Files.createTempFile("attachment", ".zip");
            try {
                Files.write(file, content);
                return contents(file.toFile());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            return new Found.Refused("ファイルが壊れていて開けません。元のソフトで保存し直してから登録してください。");
        }
    }

    private static Found contents(java.io.File file) throws IOException {
        try (var zip = new ZipFile(file)) {
            if (zip.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin")))
                return new Found.Refused("マクロを含む文書は登録できません。マクロのない形式（docx、xlsx）で保存し直してください。");
            if (zip.getEntry("[Content_Types].xml") != null && zip.getEntry("word/document.xml") != null)
                return new Found.Attachment(OOXML + "wordprocessingml.document", "docx");
            if (zip.getEntry("[Content_Types].xml") != null && zip.getEntry("xl/workbook.xml") != null)
                return new Found.Attachment(OOXML + "spreadsheetml.sheet", "xlsx");
            return new Found.Refused("ZIPファイルは登録できません。中の文書をPDF、docx、xlsx、CSVとして1つずつ登録してください。");
        }
    }
}
