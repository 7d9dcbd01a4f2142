package fr.plisante.webmail;

import fr.plisante.local.test.HouseRules;

class ArchitectureTests implements HouseRules {}
