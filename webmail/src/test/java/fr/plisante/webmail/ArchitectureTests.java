package fr.plisante.webmail;

import fr.plisante.testkit.HouseRules;

class ArchitectureTests implements HouseRules {}
