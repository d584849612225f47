import FactcheckKit

print(factcheckVersion)
