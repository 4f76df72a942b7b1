import java.io.File;
import java.util.regex.Pattern;
import org.mustangproject.validator.ZUGFeRDValidator;

/**
 * Mustang over the files named (CII, UBL, PDF with an invoice inside): its own arithmetic, the rules of EN 16931 and, for a PDF, PDF/A-3 by
 * veraPDF. Prints what it finds in files that are not valid, notices left out; exit 4 when there is one.
 */
public class Mustang {
  private static final Pattern FINDING = Pattern.compile("<(error|exception|fatal)\\b[^>]*>(.*?)</\\1>", Pattern.DOTALL);

  public static void main(String[] names) {
    int bad = 0;
    for (String name : names) {
      var validator = new ZUGFeRDValidator();
      validator.disableNotices();
      String report = validator.validate(name);
      if (validator.wasCompletelyValid()) continue;
      bad++;
      var findings = FINDING.matcher(report);
      boolean any = false;
      while (findings.find()) {
        any = true;
        System.out.println(new File(name).getName() + " ERROR " + findings.group(2).strip());
      }
      if (!any) System.out.println(new File(name).getName() + " ERROR " + report);
    }
    System.out.println(names.length + " files, " + bad + " not valid by Mustang");
    System.exit(bad == 0 ? 0 : 4);
  }
}
