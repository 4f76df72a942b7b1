import com.helger.diagnostics.error.level.EErrorLevel;
import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.io.resource.FileSystemResource;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.File;
import java.util.Locale;

/**
 * XSD and the official EN 16931 rules 1.3.16 over the files named: *.cii.xml, *.cn.xml (UBL credit notes), *.ubl.xml. Prints every
 * finding; exit 4 when a file has an error.
 */
public class EnRules {
  public static void main(String[] names) throws Exception {
    var registry = new ValidationExecutorSetRegistry<IValidationSourceXML>();
    EN16931Validation.initEN16931(registry);
    int bad = 0;
    for (String name : names) {
      File file = new File(name);
      DVRCoordinate kind = name.endsWith(".cii.xml") ? EN16931Validation.VID_CII_1316
          : name.endsWith(".cn.xml") ? EN16931Validation.VID_UBL_CREDIT_NOTE_1316 : EN16931Validation.VID_UBL_INVOICE_1316;
      var results = ValidationExecutionManager.executeValidation(IValidityDeterminator.createDefault(), registry.getOfID(kind),
          ValidationSourceXML.create(new FileSystemResource(file)), Locale.US);
      boolean[] failed = {false};
      results.forEachFlattened(one -> {
        boolean error = one.getErrorLevel().isGE(EErrorLevel.ERROR);
        failed[0] |= error;
        System.out.println(file.getName() + (error ? " ERROR " : " note ") + one.getErrorID() + " " + one.getErrorText(Locale.US));
      });
      if (failed[0]) bad++;
    }
    System.out.println(names.length + " files, " + bad + " with errors");
    System.exit(bad == 0 ? 0 : 4);
  }
}
